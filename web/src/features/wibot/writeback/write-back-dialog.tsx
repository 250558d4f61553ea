import type { ChatMessage, ToolCallRecord } from '@hub/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { use, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogContent } from '../../../ui/dialog.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { Input } from '../../../ui/input.tsx'
import { previewFollowup, writeFollowup } from '../api/followups.ts'
import { putToolCall } from '../api/messages.ts'
import { MessageActionsContext } from '../branches/message-actions.ts'
import { useSettled } from '../conversations/use-settled.ts'

const pauseMs = 300

/** Shows exactly what will be written to which ticket; one press writes it. */
export function WriteBackDialog({ message, onClose }: { message: ChatMessage; onClose: () => void }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const { conversationId, ticketId } = use(MessageActionsContext)
  const [number, setNumber] = useState(ticketId ?? '')
  const chosen = Number(useSettled(number, pauseMs))
  const input = { ticketId: chosen, ...(conversationId ? { conversationId } : {}) }
  const isNumber = Number.isSafeInteger(chosen) && chosen > 0 && String(chosen) === number
  const preview = useQuery({
    queryKey: ['followup-preview', message.id, input],
    queryFn: () => previewFollowup(message.id, input),
    enabled: isNumber,
    retry: false,
  })
  const fieldId = useId()
  const write = useWrite(message, onClose)
  const failure = write.error ?? preview.error
  return (
    <DialogContent title={t('followup.title')} description={t('followup.help')}>
      <form
        className="flex min-h-0 flex-col gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (preview.data && isNumber) write.mutate(input)
        }}
      >
        <label htmlFor={fieldId} className="flex items-center gap-2 text-sm">
          {t('followup.ticket')}
          <Input
            id={fieldId}
            value={number}
            inputMode="numeric"
            pattern="[0-9]*"
            onChange={(event) => setNumber(event.target.value.replace(/\D/g, '').slice(0, 9))}
            className="w-32"
          />
        </label>
        {preview.data && (
          <section
            aria-label={t('followup.preview')}
            {...reachable}
            className="scroll-pane max-h-[36dvh] whitespace-pre-wrap break-words rounded-card border bg-sunken p-3 text-sm"
          >
            {preview.data.content}
          </section>
        )}
        {failure && (
          <p role="alert" className="text-danger text-sm">
            {t('followup.failed', { why: errorSentence(failure, tUi) })}
          </p>
        )}
        <DialogActions back={t('branch.cancel')}>
          <Button
            type="submit"
            variant="primary"
            busy={write.isPending}
            disabled={!preview.data || !isNumber}
            className="max-md:h-11"
          >
            {t('followup.write')}
          </Button>
        </DialogActions>
      </form>
    </DialogContent>
  )
}

// A long text is scrolled by the keyboard, so the keyboard must reach it.
const reachable = { tabIndex: 0 } as const

function useWrite(message: ChatMessage, onDone: () => void) {
  const client = useQueryClient()
  const { conversationId } = use(MessageActionsContext)
  return useMutation({
    mutationFn: (input: { ticketId: number }) => writeFollowup(message.id, input),
    onSuccess: (call: ToolCallRecord) => {
      if (conversationId !== null) putToolCall(client, conversationId, { messageId: message.id, call })
      onDone()
    },
  })
}
