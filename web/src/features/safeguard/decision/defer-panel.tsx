import type { Approval } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { useDecision } from '../../../approvals/use-decision.ts'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatClock, formatDate } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { deferOptions, toLocalInput } from './defer-options.ts'
import { Panel } from './panel.tsx'

interface DeferPanelProps {
  approval: Approval
  decision: ReturnType<typeof useDecision>
  onClose: () => void
}

type Choice = 'half' | 'tonight' | 'tomorrow' | 'custom'

/** Asks until when: in 30 minutes, tonight, or a chosen moment; never past the limit of the policy. */
export function DeferPanel({ approval, decision, onClose }: DeferPanelProps) {
  const { t } = useTranslation('safeguard')
  const locale = useLocale()
  const now = useNow()
  const latest = new Date(approval.maxExpiresAt)
  const options = deferOptions(now, latest).filter((option) => option.isAllowed)
  const [choice, setChoice] = useState<Choice>(options[0]?.key ?? 'custom')
  const [custom, setCustom] = useState(() =>
    toLocalInput(new Date(Math.min(now.getTime() + 3_600_000, latest.getTime()))),
  )
  const [reason, setReason] = useState('')
  const until = choice === 'custom' ? new Date(custom) : options.find(({ key }) => key === choice)?.at
  const isReady = until !== undefined && until > now && until <= latest
  const limit = formatDate(latest, locale)
  const deferWords = (at: Date) =>
    at.toDateString() === now.toDateString()
      ? t('defer.submitToday', { time: formatClock(at, locale) })
      : t('defer.submit', { time: formatDate(at, locale) })
  const send = () => {
    if (!until) return
    const said = reason.trim().length >= 3 ? { reason: reason.trim() } : {}
    const input = { digest: approval.digest, until: until.toISOString(), ...said }
    decision.mutate({ verb: 'defer', input }, { onSettled: onClose })
  }
  return (
    <Panel
      title={t('defer.title')}
      back={t('defer.back')}
      submit={isReady ? deferWords(until) : t('defer.submitEmpty')}
      variant="primary"
      isReady={isReady}
      isBusy={decision.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <Segmented<Choice>
        label={t('defer.title')}
        value={choice}
        onChange={setChoice}
        options={[
          ...options.map(({ key }) => ({ value: key, label: t(`defer.${key}`) })),
          { value: 'custom', label: t('defer.custom') },
        ]}
        className="max-md:flex md:self-start"
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {choice === 'custom' && (
          <Field
            label={t('defer.at')}
            hint={t('defer.limit', { time: limit })}
            error={!isReady && t('defer.past', { time: limit })}
          >
            <Input
              type="datetime-local"
              value={custom}
              min={toLocalInput(now)}
              max={toLocalInput(latest)}
              onChange={(event) => setCustom(event.target.value)}
            />
          </Field>
        )}
        <Field label={t('defer.reason')}>
          <Input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </Panel>
  )
}
