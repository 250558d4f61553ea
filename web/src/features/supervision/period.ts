import { areInOrder, type CalendarDays } from '../../lib/calendar-days.ts'

export const readyDays = [7, 30, 90] as const
type ReadyDays = (typeof readyDays)[number]

/** A period as the address keeps it: ready days up to now, or two days of the calendar, both whole. */
export type Period = { days: ReadyDays } | CalendarDays

export interface Span {
  from: Date
  to: Date
}

const usualDays = 30
const dayMs = 24 * 3_600_000

/** Reads the period out of an address; what is no period is the last 30 days. */
export function readPeriod(params: URLSearchParams): Period {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  if (areInOrder({ from, to })) return { from, to }
  const days = readyDays.find((ready) => String(ready) === params.get('days'))
  return { days: days ?? usualDays }
}

/** The instants of a period in the zone of the reader. */
export function spanOf(period: Period, now: Date): Span {
  if ('days' in period) return { from: new Date(now.getTime() - period.days * dayMs), to: now }
  const [from, to] = [new Date(`${period.from}T00:00`), new Date(`${period.to}T00:00`)]
  return { from, to: new Date(to.getFullYear(), to.getMonth(), to.getDate() + 1) }
}

/** The span of the same length just before. */
export function spanBefore({ from, to }: Span): Span {
  return { from: new Date(from.getTime() - (to.getTime() - from.getTime())), to: from }
}

/** A period as two days in the zone of the reader; those of a ready one are not whole. */
export function shownDays(period: Period, now: Date): CalendarDays {
  if ('from' in period) return period
  const { from, to } = spanOf(period, now)
  return { from: dayOf(from), to: dayOf(to) }
}

/** The calendar day of an instant in the zone of the reader: "2026-11-20". */
export function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
