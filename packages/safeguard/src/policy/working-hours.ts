import type { WorkingHours } from '@hub/contracts'

/** The wall clock of a time zone. */
interface LocalTime {
  /** ISO date. */
  date: string
  /** `HH:MM` */
  time: string
}

const dayMs = 24 * 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The date and time that a clock on the wall shows in `timeZone`. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  formats.set(timeZone, format)
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/**
 * Is `at` within the working hours? Hours that go over midnight belong to the day on which they begin: that day
 * decides whether they are worked, and whether it is a holiday.
 */
export function isWorkingTime(hours: WorkingHours, at: Date): boolean {
  const { date, time } = localTime(at, hours.timeZone)
  const isOvernight = hours.from >= hours.to
  const isSinceFrom = time >= hours.from
  if (isOvernight ? !isSinceFrom && time >= hours.to : !isSinceFrom || time >= hours.to) return false
  const begin = isSinceFrom ? date : dayBefore(date)
  const weekday = new Date(`${begin}T00:00:00Z`).getUTCDay() || 7
  return hours.days.includes(weekday) && !hours.holidays.includes(begin)
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - dayMs).toISOString().slice(0, 10)
}
