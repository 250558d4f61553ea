import { type Approval, type UndoAnswer, UndoAnswer as UndoAnswerSchema } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DecisionError } from '../../../approvals/decision-error.tsx'
import { useText } from '../../../i18n/use-locale.ts'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '../../../ui/dialog.tsx'
import { RequestLink } from './request-link.tsx'

function useUndo(approvalId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post(`/api/safeguard/${encodeURIComponent(approvalId)}/undo`, UndoAnswerSchema),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.approvals }),
  })
}

/** Takes the effect of an executed action back: an action like any other, which the gate weighs anew. */
export function UndoAction({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const text = useText()
  const [isShown, setShown] = useState(false)
  const undo = useUndo(approval.approvalId)
  const call = approval.outcome?.undo
  if (undo.data) return <Undone answer={undo.data} />
  if (!call || !approval.you.canUndo) return null
  return (
    <div>
      <Button onClick={() => setShown(true)} className="max-md:h-11">
        <Undo2 aria-hidden strokeWidth={1.75} />
        {t('undo.open')}
      </Button>
      <Dialog open={isShown} onOpenChange={setShown}>
        <DialogContent title={t('undo.title')} description={t('undo.help')}>
          <div className="flex flex-col gap-4 p-4">
            <p className="rounded-card bg-sunken px-3 py-2 font-medium">{text(call.sentence)}</p>
            <DecisionError error={undo.error} />
            <div className="flex flex-wrap gap-2">
              <Button
                variant="primary"
                size="lg"
                busy={undo.isPending}
                onClick={() => undo.mutate(undefined, { onSuccess: () => setShown(false) })}
                className="max-md:flex-1"
              >
                {t('undo.submit')}
              </Button>
              <DialogClose asChild>
                <Button variant="ghost" size="lg">
                  {t('undo.back')}
                </Button>
              </DialogClose>
            </div>
          </div>
        </DialogContent>
      </Dialog>
    </div>
  )
}

function Undone({ answer }: { answer: UndoAnswer }) {
  const text = useText()
  return (
    <p role="status" className="flex flex-wrap gap-x-2 text-sm">
      {text(answer.summary)}
      {answer.approvalId && <RequestLink approvalId={answer.approvalId} />}
    </p>
  )
}
