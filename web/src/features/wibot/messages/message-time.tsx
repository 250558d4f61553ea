import { useLocale } from '../../../i18n/use-locale.ts'
import { formatFull, formatMoment } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'

/** When a message was written: relative under an hour, in full on hover. */
export function MessageTime({ at }: { at: string }) {
  const locale = useLocale()
  const now = useNow()
  const date = new Date(at)
  return (
    <time dateTime={at} title={formatFull(date, locale)} className="tabular text-faint text-xs">
      {formatMoment(date, now, locale)}
    </time>
  )
}
