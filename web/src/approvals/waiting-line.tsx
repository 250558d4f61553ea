import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/use-locale.ts'
import { formatWhen } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { Countdown } from './countdown.tsx'
import { approvalsGiven, QuorumDots } from './quorum-dots.tsx'

/** Whom an open request waits for, how many of them, and for how long. */
export function WaitingLine({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  const now = useNow()
  const missing = approval.requiredApprovals - approvalsGiven(approval)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="text-muted">{t('waiting', { count: missing, level: approval.approverLevel })}</span>
      <QuorumDots approval={approval} />
      {approval.deferredUntil && (
        <span className="text-muted">
          {t('deferredUntil', { time: formatWhen(new Date(approval.deferredUntil), now, locale) })}
        </span>
      )}
      <Countdown approval={approval} long />
    </div>
  )
}
