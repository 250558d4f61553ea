import type { DependencyHealth } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { errorRequestId, errorSentence } from '../../lib/error-sentence.ts'
import { healthQuery } from '../../lib/health.ts'
import { formatWhen } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StatusDot } from '../../ui/status.tsx'
import type { Tone } from '../../ui/tone.ts'
import { listClass, Section } from './section.tsx'

const tones: Record<DependencyHealth['state'], Tone> = {
  up: 'ok',
  degraded: 'warning',
  down: 'danger',
  unconfigured: 'off',
}

/** What the Hub depends on: named dots with latency and since when. */
export function HealthRow() {
  const { t } = useTranslation('home')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch, dataUpdatedAt } = useQuery(healthQuery)
  if (!data && error) {
    return (
      <Section title={t('health.title')}>
        <ErrorState
          title={t('health.failed')}
          message={errorSentence(error, tUi)}
          requestId={errorRequestId(error)}
          onRetry={() => void refetch()}
          className="rounded-card border bg-surface p-4"
        />
      </Section>
    )
  }
  return (
    <Section
      title={t('health.title')}
      aside={
        data && (
          <span className="text-muted text-xs">
            {t('health.read')} <Moment at={new Date(dataUpdatedAt)} clock />
          </span>
        )
      }
    >
      {data ? (
        <ul className={listClass}>
          {data.items.map((item) => (
            <HealthItem key={item.name} item={item} />
          ))}
        </ul>
      ) : (
        <Skeleton className="h-56" />
      )}
    </Section>
  )
}

function HealthItem({ item }: { item: DependencyHealth }) {
  const { t } = useTranslation('home')
  const locale = useLocale()
  const now = useNow()
  const since = formatWhen(new Date(item.since), now, locale)
  return (
    <li className="px-3 py-2 text-sm">
      <div className="flex items-center gap-2">
        <StatusDot tone={tones[item.state]} />
        <span className="min-w-0 flex-1 truncate">{t(`health.names.${item.name}`)}</span>
        <span className="text-muted">{t(`health.states.${item.state}`)}</span>
        {item.latencyMs !== null && (
          <span className="min-w-14 text-right text-muted tabular">
            {Math.round(item.latencyMs).toLocaleString(locale)}&nbsp;ms
          </span>
        )}
      </div>
      {item.state !== 'up' && (
        <p className="mt-0.5 pl-4 text-muted text-xs">
          {t('health.since', { time: since })}
          {item.detail && ` · ${item.detail}`}
        </p>
      )}
    </li>
  )
}
