import type { Approval } from '@hub/contracts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortestReason } from '../../../approvals/decide/approve-guard.ts'
import { InWhoseName, useInWhoseName } from '../../../approvals/decide/in-whose-name.tsx'
import { useWholeSeen } from '../../../approvals/decide/use-whole-seen.ts'
import { DecisionError } from '../../../approvals/decision-error.tsx'
import { ApiError } from '../../../lib/api-error.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogClose, DialogContent } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'
import { clearSelection } from './selection.ts'
import { TogetherItem } from './together-item.tsx'
import { useApproveTogether } from './use-approve-together.ts'

interface TogetherProps {
  approvals: Approval[]
  onClose: () => void
}

/** One gesture for several requests of one kind: each target and digest is listed; all are approved, or none. */
export function TogetherDialog({ approvals, onClose }: TogetherProps) {
  const { t } = useTranslation('safeguard')
  return (
    <DialogContent
      title={t('together.title', { count: approvals.length })}
      description={t('together.help')}
      className="w-[min(640px,calc(100vw-24px))]"
    >
      <TogetherForm approvals={approvals} onClose={onClose} />
    </DialogContent>
  )
}

/** Place in the list of the request that a refusal is about. */
function refusedAt(error: unknown): number | undefined {
  const fields = error instanceof ApiError ? error.fields : []
  const [, index] = fields.map(({ path }) => /^requests\.(\d+)$/.exec(path)).find((found) => found) ?? []
  return index === undefined ? undefined : Number(index)
}

function TogetherForm({ approvals, onClose }: TogetherProps) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  const together = useApproveTogether((count) => {
    clearSelection(count)
    onClose()
  })
  const inWhoseName = useInWhoseName(approvals)
  const [reason, setReason] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const isSeen = useWholeSeen(list, approvals.map(({ digest }) => digest).join())
  const needsReason = approvals.some(({ reasonRequired }) => reasonRequired)
  const isReady = isSeen && (!needsReason || reason.trim().length >= shortestReason)
  const refused = refusedAt(together.error)
  const send = () => {
    if (!isReady || together.isPending) return
    const requests = approvals.map(({ approvalId, digest }) => ({ approvalId, digest }))
    const said = reason.trim() === '' ? {} : { reason: reason.trim() }
    together.mutate({ requests, ...said, ...inWhoseName.onBehalf })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="flex min-h-0 flex-col gap-3 p-4"
    >
      <ul ref={list} className="scroll-pane min-h-24 divide-y rounded-card border">
        {approvals.map((approval, index) => (
          <TogetherItem key={approval.approvalId} approval={approval} isRefused={index === refused} />
        ))}
      </ul>
      <InWhoseName {...inWhoseName} />
      {needsReason && (
        <Field label={t('together.reason')}>
          <Input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      {!isSeen && <p className="text-muted text-sm">{t('together.seeAll')}</p>}
      <DecisionError error={together.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          size="lg"
          disabled={!isReady}
          busy={together.isPending}
          className="max-md:flex-1"
        >
          {t('together.submit', { count: approvals.length })}
        </Button>
        <DialogClose asChild>
          <Button variant="ghost" size="lg">
            {tApprovals('actions.back')}
          </Button>
        </DialogClose>
      </div>
    </form>
  )
}
