import type { Approval } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from '../../ui/class-names.ts'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/input.tsx'
import type { DecisionSender } from '../use-decision.ts'
import { shortestReason } from './approve-guard.ts'
import { Panel } from './panel.tsx'

const readyReasons = ['unverified', 'wrongTarget', 'notNow'] as const

interface RejectPanelProps {
  approval: Approval
  decision: DecisionSender
  onBehalf: { onBehalfOf?: string }
  onClose: () => void
}

/** Asks why, with three ready reasons: the requester reads it. */
export function RejectPanel({ approval, decision, onBehalf, onClose }: RejectPanelProps) {
  const { t } = useTranslation('approvals')
  const [reason, setReason] = useState('')
  const send = () =>
    decision.mutate(
      { verb: 'reject', input: { digest: approval.digest, reason: reason.trim(), ...onBehalf } },
      { onSuccess: onClose },
    )
  return (
    <Panel
      title={t('reject.title')}
      back={t('reject.back')}
      submit={t('reject.submit')}
      variant="danger"
      isReady={reason.trim().length >= shortestReason}
      isBusy={decision.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <fieldset aria-label={t('reject.ready')} className="flex flex-wrap gap-2">
        {readyReasons.map((key) => {
          const words = t(`reject.${key}`)
          return (
            <button
              key={key}
              type="button"
              aria-pressed={reason === words}
              onClick={() => setReason(words)}
              className={cn(
                'min-h-8 rounded-control border border-line-strong px-3 py-1 text-left text-sm transition-colors duration-120 hover:bg-hover max-md:min-h-11 max-md:w-full',
                reason === words && 'border-accent bg-selected',
              )}
            >
              {words}
            </button>
          )
        })}
      </fieldset>
      <Field label={t('reject.reason')}>
        <Textarea
          rows={2}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          className="min-h-16"
        />
      </Field>
    </Panel>
  )
}
