import { longestUsageDays } from '@hub/contracts'
import { areInOrder, type CalendarDays } from '../../lib/calendar-days.ts'

export const readyPeriods = ['month', 'last', 'year'] as const
export type ReadyPeriod = (typeof readyPeriods)[number]

/** Days in UTC, as the sums of the Hub are kept. */
export type Days = CalendarDays

/** What the address asks for: a ready period, or two days. */
export type UsagePeriod = ReadyPeriod | Days

const dayMs = 86_400_000

/** Reads the period out of an address; what is no period is the current month. */
export function readUsagePeriod(params: URLSearchParams): UsagePeriod {
  const days = { from: params.get('from') ?? '', to: params.get('to') ?? '' }
  if (isPeriod(days)) return days
  return readyPeriods.find((ready) => ready === params.get('period')) ?? 'month'
}

/** Whether two days are days, in order, and not more than the API answers at once. */
export function isPeriod(days: Days): boolean {
  return areInOrder(days) && dayCount(days) <= longestUsageDays
}

/** The days of a period; the current ones end today. */
export function daysOf(period: UsagePeriod, now: Date): Days {
  if (typeof period === 'object') return period
  const [year, month, today] = [now.getUTCFullYear(), now.getUTCMonth(), dayOf(now)]
  const first = (months: number) => dayOf(new Date(Date.UTC(year, month + months, 1)))
  if (period === 'month') return { from: first(0), to: today }
  if (period === 'last') return { from: first(-1), to: dayOf(new Date(Date.UTC(year, month, 0))) }
  return { from: first(-11), to: today }
}

/** How many days a period has. */
export function dayCount({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1
}

/** Every day of a period, oldest first. */
export function eachDay(days: Days): string[] {
  const start = Date.parse(days.from)
  return Array.from({ length: dayCount(days) }, (_, index) => dayOf(new Date(start + index * dayMs)))
}

/** The day of an instant in UTC: "2026-11-20". */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
