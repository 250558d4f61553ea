import type { Conversation } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '../../../ui/dialog.tsx'
import { deleteConversation, refreshConversations } from '../api/conversations.ts'
import { forgetAnswer, liveAnswer } from '../stream/live-answers.ts'

export interface DeleteDialogProps {
  conversation: Conversation
  isCurrent: boolean
  isOpen: boolean
  onClose: () => void
}

/** Asks before a conversation is deleted, and says what stays. */
export function DeleteDialog({ conversation, isCurrent, isOpen, onClose }: DeleteDialogProps) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const client = useQueryClient()
  const navigate = useNavigate()
  const deletion = useMutation({
    mutationFn: () => deleteConversation(conversation.id),
    onSuccess: async () => {
      liveAnswer(conversation.id)?.abort()
      forgetAnswer(conversation.id)
      onClose()
      if (isCurrent) await navigate('/wibot', { replace: true })
      refreshConversations(client)
    },
  })
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('list.deleteTitle')}
        description={t('list.deleteHelp', { title: conversation.title })}
      >
        <div className="flex flex-col gap-3 p-4">
          {deletion.error && (
            <p role="alert" className="text-danger text-sm">
              {t('list.deleteFailed', { why: errorSentence(deletion.error, tUi) })}
            </p>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <DialogClose asChild>
              <Button className="max-md:h-11">{t('list.keep')}</Button>
            </DialogClose>
            <Button
              variant="danger"
              busy={deletion.isPending}
              onClick={() => deletion.mutate()}
              className="max-md:h-11"
            >
              {t('list.deleteConfirm')}
            </Button>
          </div>
        </div>
      </DialogContent>
    </Dialog>
  )
}
