import type { TokenUsage } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../lib/time.ts'
import { cn } from '../../ui/class-names.ts'
import { StatusBadge } from '../../ui/status.tsx'

const lowShare = 0.2

/** The current month against the quota, and when it is renewed; whatever period is shown below. */
export function MonthCard({ month }: { month: TokenUsage }) {
  const { t } = useTranslation('usage')
  const locale = useLocale()
  const write = new Intl.NumberFormat(locale)
  const renewsAt = new Date(month.renewsAt)
  const used = month.quota === 0 ? 1 : Math.min(1, month.used / month.quota)
  const isSpent = used >= 1
  const isLow = 1 - used < lowShare
  return (
    <section
      aria-label={t('month.title')}
      className="flex flex-col gap-2 rounded-card border bg-surface p-4 tabular"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-muted text-sm">{t('month.title')}</h2>
        {isLow && (
          <StatusBadge tone={isSpent ? 'danger' : 'warning'}>
            {t(isSpent ? 'month.spent' : 'month.low')}
          </StatusBadge>
        )}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-xl">{write.format(month.used)}</span>
        <span className="text-muted text-sm">{t('month.of', { quota: write.format(month.quota) })}</span>
      </p>
      <span aria-hidden className="h-2 overflow-hidden rounded-full bg-off-soft">
        <span
          className={cn(
            'block h-full rounded-full',
            isSpent ? 'bg-danger' : isLow ? 'bg-warning' : 'bg-accent',
          )}
          style={{ width: `${used * 100}%` }}
        />
      </span>
      <p className="text-muted text-sm">
        {t('month.left', { tokens: write.format(Math.max(0, month.quota - month.used)) })}{' '}
        <time dateTime={month.renewsAt} title={formatFull(renewsAt, locale)}>
          {t('month.renews', { date: formatDate(renewsAt, locale) })}
        </time>{' '}
        {month.estimated && t('month.estimated')}
      </p>
    </section>
  )
}
