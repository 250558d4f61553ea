import type { Approval, VerdictInput } from '@hub/contracts'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortestReason } from '../../../approvals/decide/approve-guard.ts'
import { Panel } from '../../../approvals/decide/panel.tsx'
import { DecisionError } from '../../../approvals/decision-error.tsx'
import { useDecision } from '../../../approvals/use-decision.ts'
import { ApiError } from '../../../lib/api-error.ts'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'
import { Moment } from '../../../ui/moment.tsx'

const verdicts = ['executed', 'failed'] as const
type Verdict = VerdictInput['verdict']

/** An unknown outcome: the Hub looks at the system again, or a person says what they found there. */
export function SettleSection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const decision = useDecision(approval.approvalId)
  const [verdict, setVerdict] = useState<Verdict>()
  if (approval.state !== 'unknown') return null
  if (!approval.you.canSettle)
    return <p className="text-muted text-sm">{t('settle.others', { level: approval.approverLevel })}</p>
  const isLook = decision.variables?.verb === 'reconcile'
  return (
    <section
      aria-label={t('settle.title')}
      className="flex flex-col gap-3 rounded-card border border-unknown/40 p-3 text-sm"
    >
      <p>{t('settle.help')}</p>
      {decision.isSuccess && isLook && (
        <p role="status" className="text-muted">
          {t('settle.stillUnknown')} <Moment at={new Date(decision.submittedAt)} clock />
        </p>
      )}
      {isLook ? <LookError error={decision.error} /> : <DecisionError error={decision.error} />}
      {verdict ? (
        <VerdictPanel
          approval={approval}
          verdict={verdict}
          decision={decision}
          onClose={() => setVerdict(undefined)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            busy={decision.isPending && isLook}
            onClick={() => decision.mutate({ verb: 'reconcile', input: {} })}
            className="max-md:h-11 max-md:w-full"
          >
            <RefreshCw aria-hidden strokeWidth={1.75} />
            {t('settle.look')}
          </Button>
          {verdicts.map((one) => (
            <Button
              key={one}
              disabled={decision.isPending}
              onClick={() => setVerdict(one)}
              className="max-md:h-11 max-md:w-full"
            >
              {t(`settle.${one}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}

/** Why the Hub did not look: in the words of the server, which say when it will. */
function LookError({ error }: { error: Error | null }) {
  const { t } = useTranslation('ui')
  if (!error) return null
  const told = error instanceof ApiError && error.reason === 'outcome.looked' ? error.message : undefined
  return (
    <p role="alert" className="text-danger">
      {told ?? errorSentence(error, t)}
    </p>
  )
}

function VerdictPanel(props: {
  approval: Approval
  verdict: Verdict
  decision: ReturnType<typeof useDecision>
  onClose: () => void
}) {
  const { approval, verdict, decision, onClose } = props
  const { t } = useTranslation('safeguard')
  const [reason, setReason] = useState('')
  const input = { digest: approval.digest, verdict, reason: reason.trim() }
  return (
    <Panel
      title={t(`settle.${verdict}`)}
      back={t('settle.back')}
      submit={t(`settle.${verdict}Submit`)}
      variant={verdict === 'executed' ? 'primary' : 'danger'}
      isReady={reason.trim().length >= shortestReason}
      isBusy={decision.isPending}
      onSubmit={() => decision.mutate({ verb: 'verdict', input }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={t('settle.reason')} hint={t('settle.reasonHint')}>
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
