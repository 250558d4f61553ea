import { useLocale } from '../i18n/use-locale.ts'
import { formatClock, formatFull, formatMoment } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { cn } from './class-names.ts'

/** An instant: relative under an hour, then absolute; the full date on hover. `clock` shows the time of day only. */
export function Moment({ at, clock, className }: { at: string | Date; clock?: boolean; className?: string }) {
  const locale = useLocale()
  const now = useNow()
  const date = new Date(at)
  return (
    <time dateTime={date.toISOString()} title={formatFull(date, locale)} className={cn('tabular', className)}>
      {clock ? formatClock(date, locale) : formatMoment(date, now, locale)}
    </time>
  )
}
