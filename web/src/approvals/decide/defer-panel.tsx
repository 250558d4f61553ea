import type { Approval } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { toLocalInput } from '../../lib/local-input.ts'
import { formatClock, formatDate } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { DecisionSender } from '../use-decision.ts'
import { shortestReason } from './approve-guard.ts'
import { deferOptions } from './defer-options.ts'
import { Panel } from './panel.tsx'

interface DeferPanelProps {
  approval: Approval
  decision: DecisionSender
  onBehalf: { onBehalfOf?: string }
  onClose: () => void
}

type Choice = 'half' | 'tonight' | 'tomorrow' | 'custom' | 'ticket'

/** Asks until when: a ready moment, a chosen one, or the ticket's answer; never past the limit of the policy. */
export function DeferPanel({ approval, decision, onBehalf, onClose }: DeferPanelProps) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  const now = useNow()
  const latest = new Date(approval.maxExpiresAt)
  const options = deferOptions(now, latest).filter((option) => option.isAllowed)
  const hasTicket = approval.context.ticketId !== null
  const [choice, setChoice] = useState<Choice>(options[0]?.key ?? 'custom')
  const [custom, setCustom] = useState(() =>
    toLocalInput(new Date(Math.min(now.getTime() + 3_600_000, latest.getTime()))),
  )
  const [reason, setReason] = useState('')
  const until = choice === 'custom' ? new Date(custom) : options.find(({ key }) => key === choice)?.at
  const isReady = choice === 'ticket' || (until !== undefined && until > now && until < latest)
  const limit = formatDate(latest, locale)
  const deferWords = () => {
    if (choice === 'ticket') return t('defer.submitTicket')
    if (!isReady || !until) return t('defer.submitEmpty')
    const isToday = until.toDateString() === now.toDateString()
    if (isToday) return t('defer.submitToday', { time: formatClock(until, locale) })
    return t('defer.submit', { time: formatDate(until, locale) })
  }
  const send = () => {
    const said = reason.trim().length >= shortestReason ? { reason: reason.trim() } : {}
    const wait =
      choice === 'ticket' ? { untilTicketAnswer: true as const } : until && { until: until.toISOString() }
    if (!wait) return
    const input = { digest: approval.digest, ...wait, ...said, ...onBehalf }
    decision.mutate({ verb: 'defer', input }, { onSuccess: onClose })
  }
  return (
    <Panel
      title={t('defer.title')}
      back={t('defer.back')}
      submit={deferWords()}
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
          ...(hasTicket ? [{ value: 'ticket' as const, label: t('defer.ticket') }] : []),
        ]}
        className="max-md:grid max-md:grid-cols-2 max-md:[&>:last-child:nth-child(odd)]:col-span-2 md:self-start"
      />
      {choice === 'ticket' && (
        <p className="text-muted text-sm">
          {t('defer.ticketHelp', { id: approval.context.ticketId, time: limit })}
        </p>
      )}
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
