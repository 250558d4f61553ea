import { day, hour, minute, toLocalText } from '../../clock.ts'

const units: Record<string, number> = { MINUTE: minute, HOUR: hour, DAY: day, WEEK: 7 * day }

function shifted(now: Date, amount: number, unit: string): Date {
  const fixed = units[unit]
  if (fixed !== undefined) return new Date(now.getTime() + amount * fixed)
  const date = new Date(now)
  if (unit === 'MONTH') date.setUTCMonth(date.getUTCMonth() + amount)
  else date.setUTCFullYear(date.getUTCFullYear() + amount)
  return date
}

/** A relative date of the search engine (`NOW`, `TODAY`, `-7DAY`, `BEGINMONTH`) as local text; others as they are. */
export function resolveDate(value: string, now: Date): string {
  const text = toLocalText(now)
  if (value === 'NOW') return text
  if (value === 'TODAY') return `${text.slice(0, 10)} 00:00:00`
  if (value === 'BEGINMONTH') return `${text.slice(0, 7)}-01 00:00:00`
  if (value === 'BEGINYEAR') return `${text.slice(0, 4)}-01-01 00:00:00`
  const match = /^([+-]?\d+)(MINUTE|HOUR|DAY|WEEK|MONTH|YEAR)$/.exec(value)
  return match ? toLocalText(shifted(now, Number(match[1]), match[2] ?? 'DAY')) : value
}
