import type { Conversation } from '@hub/contracts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { cn } from '../../../ui/class-names.ts'
import { isBusy, useLiveAnswers } from '../stream/live-answers.ts'
import { ConversationMenu } from './conversation-menu.tsx'
import { TitleField } from './title-field.tsx'
import { useConversationChange } from './use-conversation-change.ts'
import { useRemove } from './use-remove.ts'

export interface ConversationRowProps {
  conversation: Conversation
  isCurrent: boolean
  onChosen: () => void
}

/** One conversation of the list, with its menu; renaming happens in its place. */
export function ConversationRow({ conversation, isCurrent, onChosen }: ConversationRowProps) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const [doing, setDoing] = useState<'renaming' | null>(null)
  const link = useRef<HTMLAnchorElement>(null)
  const change = useConversationChange(conversation.id)
  const remove = useRemove(conversation, isCurrent)
  const failure = change.error ?? remove.error
  const endRenaming = () => {
    setDoing(null)
    requestAnimationFrame(() => link.current?.focus())
  }
  if (doing === 'renaming')
    return (
      <li>
        <TitleField conversation={conversation} onClose={endRenaming} />
      </li>
    )
  return (
    <li>
      <div
        className={cn(
          'group flex items-center rounded-control hover:bg-hover',
          isCurrent && 'bg-selected hover:bg-selected',
        )}
      >
        <Link
          ref={link}
          to={`/wibot/${conversation.id}`}
          onClick={onChosen}
          aria-current={isCurrent ? 'page' : undefined}
          title={conversation.title}
          className={cn(
            'flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-control px-2 py-1.5 text-sm max-md:min-h-11',
            isCurrent && 'font-medium text-accent-ink',
          )}
        >
          <span className="line-clamp-2 min-w-0 flex-1 break-words">{conversation.title}</span>
          <WritingMark conversation={conversation} />
        </Link>
        <ConversationMenu
          conversation={conversation}
          onRename={() => setDoing('renaming')}
          onPin={() => change.mutate({ pinned: !conversation.pinned })}
          onArchive={() =>
            conversation.archived ? change.mutate({ archived: false }) : remove.mutate('archived')
          }
          onDelete={() => remove.mutate('deleted')}
          className="mr-1 size-7 shrink-0 opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 max-md:mr-0 max-md:size-11 max-md:opacity-100"
        />
      </div>
      {failure && (
        <p role="alert" className="px-2 pb-1 text-danger text-xs">
          {t('list.changeFailed', { why: errorSentence(failure, tUi) })}
        </p>
      )}
    </li>
  )
}

function WritingMark({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('wibot')
  const live = useLiveAnswers(({ byConversation }) => byConversation[conversation.id])
  const isWriting = live ? isBusy(live) : conversation.streamingMessageId !== null
  if (!isWriting) return null
  return (
    <span className="size-2 shrink-0 rounded-full bg-wibot motion-safe:animate-pulse">
      <span className="sr-only">{t('list.writing')}</span>
    </span>
  )
}
