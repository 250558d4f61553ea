import { type ChatMessage, type ChatMode, chatModes } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, GitBranch, RotateCcw } from 'lucide-react'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../../ui/menu.tsx'
import { branchConversation } from '../api/branches.ts'
import { conversationQuery, refreshConversations } from '../api/conversations.ts'
import { MessageActionsContext } from './message-actions.ts'

export interface AnswerMenuProps {
  message: ChatMessage
  /** Undefined when the question is not on the screen. */
  onRegenerate: ((mode: ChatMode) => void) | undefined
}

/** What else can follow an answer: another one in a mode, or a conversation of its own. */
export function AnswerMenu({ message, onRegenerate }: AnswerMenuProps) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const { isBusy } = use(MessageActionsContext)
  const branch = useBranch()
  return (
    <>
      {branch.error && (
        <span role="alert" className="self-center text-danger text-xs">
          {t('branch.failed', { why: errorSentence(branch.error, tUi) })}
        </span>
      )}
      <Menu>
        <MenuTrigger
          aria-label={t('branch.more')}
          className="inline-flex size-8 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink max-md:size-11"
        >
          <Ellipsis aria-hidden className="size-4" strokeWidth={1.75} />
        </MenuTrigger>
        <MenuContent container={document.getElementById('content')}>
          {onRegenerate && (
            <>
              {chatModes.map((mode) => (
                <MenuItem key={mode} disabled={isBusy} onSelect={() => onRegenerate(mode)}>
                  <RotateCcw aria-hidden /> {t('branch.inMode', { mode: t(`mode.${mode}`) })}
                  <span className="tabular ml-auto pl-4 text-faint text-xs">{t(`mode.limit.${mode}`)}</span>
                </MenuItem>
              ))}
              <MenuSeparator />
            </>
          )}
          <MenuItem onSelect={() => branch.mutate(message.id)}>
            <GitBranch aria-hidden /> {t('branch.continue')}
          </MenuItem>
        </MenuContent>
      </Menu>
    </>
  )
}

function useBranch() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: branchConversation,
    onSuccess: (conversation) => {
      client.setQueryData(conversationQuery(conversation.id).queryKey, conversation)
      refreshConversations(client)
      void navigate(`/wibot/${conversation.id}`)
    },
  })
}
