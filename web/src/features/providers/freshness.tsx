import type { ChatProviders } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatWhen } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { refreshSeconds } from './providers-query.ts'

interface FreshnessProps {
  measuredBy: ChatProviders['measuredBy']
  readAt: Date
  isStale: boolean
}

/** Of when the figures are, and which process measured them: replicas have their own. */
export function Freshness({ measuredBy, readAt, isStale }: FreshnessProps) {
  const { t } = useTranslation('providers')
  const locale = useLocale()
  const now = useNow()
  const time = formatWhen(readAt, now, locale)
  const since = formatWhen(new Date(measuredBy.since), now, locale)
  return (
    <div className="-mt-2 flex max-w-[80ch] flex-col gap-0.5 text-muted text-xs tabular">
      <p role={isStale ? 'alert' : undefined} className={isStale ? 'text-warning text-sm' : undefined}>
        {t(isStale ? 'stale' : 'readAt', { time, count: refreshSeconds })}
      </p>
      <p>
        {t('measuredBy', { since })} <code className="break-all">{measuredBy.process}</code>. {t('replicas')}
      </p>
    </div>
  )
}
