import type { DecideGrantInput, StandingGrant } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { emptyStepUp, isProofError, stepUpOf } from '../../../approvals/decide/step-up.ts'
import { StepUpField } from '../../../approvals/decide/step-up-field.tsx'
import { useText } from '../../../i18n/use-locale.ts'
import { useMe } from '../../../lib/session.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'
import { useDecideGrant } from '../api/grants.ts'

const shortestReason = 3

/** Yes (with a proof of presence) or no to the grant, with a reason, on the digest that is shown; or why the reader cannot. */
export function DecideGrant({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const text = useText()
  const decide = useDecideGrant(grant.grantId)
  const [reason, setReason] = useState('')
  const [proof, setProof] = useState(emptyStepUp)
  const { stepUp: way } = useMe()
  const { canDecide, why } = grant.you
  if (!canDecide) {
    if (!why && !decide.error) return null
    return (
      <div className="flex flex-col gap-2 border-t pt-4">
        <Refusal error={decide.error} />
        {why && <p className="text-muted text-sm">{text(why)}</p>}
      </div>
    )
  }
  const isReady = reason.trim().length >= shortestReason
  const stepUp = stepUpOf(way, proof)
  const send = (input: Pick<DecideGrantInput, 'decision' | 'stepUp'>) =>
    decide.mutate({ digest: grant.digest, reason: reason.trim(), ...input })
  return (
    <section aria-label={t('decide.title')} className="flex flex-col gap-3 border-t pt-4">
      <h3 className="font-semibold">{t('decide.title')}</h3>
      <p className="text-muted text-sm">{t('decide.help')}</p>
      <Field label={t('decide.reason')} hint={t('decide.reasonHint')}>
        <Textarea
          value={reason}
          maxLength={1000}
          rows={2}
          onChange={(event) => setReason(event.target.value)}
          className="min-h-16"
        />
      </Field>
      <StepUpField draft={proof} onDraft={setProof} error={decide.error} />
      <Refusal error={isProofError(decide.error) ? null : decide.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="lg"
          disabled={!isReady || !stepUp}
          busy={decide.isPending}
          onClick={() => send({ decision: 'approve', stepUp })}
        >
          {t('decide.approve')}
        </Button>
        <Button
          variant="danger"
          size="lg"
          disabled={!isReady || decide.isPending}
          onClick={() => send({ decision: 'reject' })}
        >
          {t('decide.reject')}
        </Button>
      </div>
    </section>
  )
}
