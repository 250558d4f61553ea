import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatDate, formatWhen } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Loaded } from '../../page/loaded.tsx'
import { cn } from '../../ui/class-names.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ApproversSection } from './approvers/approvers-section.tsx'
import { Breakdowns } from './breakdowns.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { readPeriod } from './period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { signalsQuery } from './signals-query.ts'

/** Figures of a period: tiles that open their rows, breakdowns, and how people decide. */
export function SafeguardFigures() {
  const { t } = useTranslation('supervision')
  const locale = useLocale()
  const now = useNow()
  const [params] = useSearchParams()
  const query = useQuery(signalsQuery(readPeriod(params)))
  const day = (at: string) => formatDate(new Date(at), locale)
  const readAt = new Date(query.dataUpdatedAt)
  return (
    <div className="flex max-w-[1240px] flex-col gap-6 p-4 md:p-6 md:pt-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <PeriodPicker />
        {query.data && (
          <p role={query.error ? 'alert' : undefined} className="text-muted text-xs tabular">
            {t('period.sentence', { from: day(query.data.current.from), to: day(query.data.current.to) })}{' '}
            {t(query.error ? 'stale' : 'readAt', { time: formatWhen(readAt, now, locale) })} {t('rows')}
          </p>
        )}
      </div>
      <Loaded
        query={query}
        failed={t('failed')}
        skeleton={
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-3">
            {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
              <Skeleton key={key} className="h-28" />
            ))}
          </div>
        }
      >
        {({ current, previous }) => (
          <div className={cn('flex flex-col gap-8', query.isPlaceholderData && 'opacity-60')}>
            <FigureTiles current={current} previous={previous} />
            <Breakdowns signals={current} />
            <ApproversSection signals={current} />
          </div>
        )}
      </Loaded>
    </div>
  )
}
