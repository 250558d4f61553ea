import type { ChatMessage } from '@hub/contracts'
import { Pencil } from 'lucide-react'
import { memo, use } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SentFiles } from '../attachments/sent-files.tsx'
import { setEdit, useEdits } from '../branches/edits.ts'
import { MessageActionsContext } from '../branches/message-actions.ts'
import { QuestionEditor } from '../branches/question-editor.tsx'
import { VersionSwitch } from '../branches/version-switch.tsx'
import { MessageTime } from './message-time.tsx'

const small = 'size-7 max-md:size-11'

/** What the person wrote, as it was written; it can be written anew in its place. */
export const QuestionMessage = memo(function QuestionMessage({ message }: { message: ChatMessage }) {
  const { t } = useTranslation('wibot')
  const { conversationId, isBusy } = use(MessageActionsContext)
  const edit = useEdits(({ byConversation }) => byConversation[conversationId ?? ''])
  const isEdited = edit?.messageId === message.id
  return (
    <article className="group flex flex-col items-end gap-1">
      <h2 className="sr-only">{t('log.you')}</h2>
      <SentFiles attachments={message.attachments} />
      {isEdited ? (
        <QuestionEditor message={message} edit={edit} />
      ) : (
        <div className="max-w-[88%] whitespace-pre-wrap break-words rounded-card border bg-sunken px-3 py-2">
          {message.content}
        </div>
      )}
      <div className="flex min-h-7 items-center gap-1">
        <VersionSwitch message={message} />
        <span className="flex opacity-0 transition-opacity duration-120 focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 max-md:opacity-100">
          <CopyButton value={message.content} label={t('answer.copyQuestion')} className={small} />
          {conversationId !== null && !isEdited && (
            <IconButton
              icon={Pencil}
              label={t('branch.edit')}
              disabled={isBusy}
              onClick={() => setEdit(conversationId, { messageId: message.id, text: message.content })}
              className={small}
            />
          )}
        </span>
        <MessageTime at={message.createdAt} />
      </div>
    </article>
  )
})
