import type { Delegation } from '@hub/contracts'
import { CalendarClock, UserCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isActive } from '../../delegations/split-delegations.ts'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatFull, formatWhen } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'

/** What counts now: who decides for me, and for whom I decide; nothing when no delegation is active. */
export function AwayBanner({ given, received }: { given: Delegation[]; received: Delegation[] }) {
  const { t } = useTranslation('delegations')
  const locale = useLocale()
  const now = useNow()
  const lines = [
    ...given.filter(isActive).map((delegation) => ({
      ...delegation,
      icon: CalendarClock,
      key: 'banner.given' as const,
      name: delegation.to.displayName,
    })),
    ...received.filter(isActive).map((delegation) => ({
      ...delegation,
      icon: UserCheck,
      key: 'banner.received' as const,
      name: delegation.from.displayName,
    })),
  ]
  if (lines.length === 0) return null
  return (
    <ul
      aria-label={t('banner.label')}
      className="flex flex-col gap-1.5 rounded-card bg-info-soft px-4 py-3 text-info"
    >
      {lines.map(({ id, icon: Icon, key, name, endsAt }) => {
        const end = new Date(endsAt)
        return (
          <li key={id} className="flex gap-2 text-sm" title={formatFull(end, locale)}>
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
            <span>{t(key, { name, time: formatWhen(end, now, locale) })}</span>
          </li>
        )
      })}
    </ul>
  )
}
