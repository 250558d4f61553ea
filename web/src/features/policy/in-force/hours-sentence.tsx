import type { WorkingHours } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'

/** A Monday, so that ISO day 1 is the first. */
const monday = Date.UTC(2024, 0, 1)
const dayMs = 24 * 3_600_000

/** The working hours that rules speak of, in a sentence. */
export function HoursSentence({ hours }: { hours: WorkingHours }) {
  const { t } = useTranslation('policy')
  const locale = useLocale()
  const nameOf = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const days = hours.days.map((day) => nameOf.format(new Date(monday + (day - 1) * dayMs)))
  const list = new Intl.ListFormat(locale).format(days)
  const { from, to, timeZone, holidays } = hours
  return (
    <p className="text-muted text-sm tabular">
      {from === to
        ? t('hours.wholeDay', { days: list, timeZone })
        : t('hours.sentence', { days: list, from, to, timeZone })}{' '}
      {holidays.length > 0 && t('hours.holidays', { count: holidays.length })}
    </p>
  )
}
