import type { Approval } from '@hub/contracts'
import { CircleCheck, Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/use-locale.ts'
import { formatWhen } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { Countdown } from './countdown.tsx'
import { deciderName } from './decider-name.ts'
import { approvalsGiven, QuorumDots } from './quorum-dots.tsx'

const iconClass = 'size-4 shrink-0'

/** Whom an open request waits for, who already said yes, how long is left, and who was told since. */
export function WaitingLine({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const missing = approval.requiredApprovals - approvalsGiven(approval)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-muted">{t('waiting', { count: missing, level: approval.approverLevel })}</span>
        <QuorumDots approval={approval} />
        <Deferral approval={approval} />
        <Countdown approval={approval} long />
      </div>
      <WhoSaidYes approval={approval} />
      {approval.escalatedTo && (
        <p className="flex items-center gap-1.5 text-warning">
          <Megaphone aria-hidden className={iconClass} strokeWidth={1.75} />
          {t('escalated', { level: approval.escalatedTo })}
        </p>
      )}
    </div>
  )
}

function WhoSaidYes({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  const yes = approval.decisions.filter(({ kind }) => kind === 'approve')
  if (yes.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = list.format(yes.map((one) => `${deciderName(one, t)} (${one.accreditation})`))
  return (
    <p className="flex items-center gap-1.5">
      <CircleCheck aria-hidden className={`${iconClass} text-ok`} strokeWidth={1.75} />
      {t('saidYes', { names })}
    </p>
  )
}

function Deferral({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  const now = useNow()
  if (!approval.deferredUntil) return null
  const time = formatWhen(new Date(approval.deferredUntil), now, locale)
  const isForTicket = approval.deferredFor === 'ticket_answer'
  return (
    <span className="text-muted">
      {isForTicket
        ? t('deferredForTicket', { id: approval.context.ticketId, time })
        : t('deferredUntil', { time })}
    </span>
  )
}
