import type { Approval, ReviewBreakGlassInput } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortestReason } from '../../../approvals/decide/approve-guard.ts'
import { DecisionError } from '../../../approvals/decision-error.tsx'
import { useDecision } from '../../../approvals/use-decision.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'

const verdicts = ['justified', 'not_justified'] as const

/** Another person says whether breaking the glass was justified, with a note; once. */
export function BreakGlassReview({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const decision = useDecision(approval.approvalId)
  const [note, setNote] = useState('')
  if (!approval.you.canReviewBreakGlass) return <DecisionError error={decision.error} />
  const isReady = note.trim().length >= shortestReason
  const send = (verdict: ReviewBreakGlassInput['verdict']) =>
    decision.mutate({ verb: 'break-glass/review', input: { verdict, note: note.trim() } })
  return (
    <form
      aria-label={t('breakGlass.reviewTitle')}
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-3 border-danger/30 border-t pt-3 text-ink"
    >
      <Field label={t('breakGlass.note')} hint={t('breakGlass.noteHint')}>
        <Textarea
          rows={2}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
          className="min-h-16"
        />
      </Field>
      <DecisionError error={decision.error} />
      <div className="flex flex-wrap gap-2">
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            variant={verdict === 'justified' ? 'secondary' : 'danger'}
            disabled={!isReady}
            busy={decision.isPending && decision.variables.verb === 'break-glass/review'}
            onClick={() => send(verdict)}
            className="max-md:h-11 max-md:flex-1"
          >
            {t(`breakGlass.say.${verdict}`)}
          </Button>
        ))}
      </div>
    </form>
  )
}
