import type { UsageRow } from '@hub/contracts'
import { type Days, dayCount, eachDay } from './usage-period.ts'

/** Sums of some rows. */
export interface Sum {
  answers: number
  promptTokens: number
  completionTokens: number
  estimatedTokens: number
  tokens: number
}

export interface Slot extends Sum {
  /** A day "2026-11-20" or, in a long period, a month "2026-11". */
  key: string
}

/** Longest period that is drawn by day. */
const mostDays = 62

/** Rows with the same key added up, largest first. */
export function sumBy(rows: readonly UsageRow[], keyOf: (row: UsageRow) => string): Slot[] {
  const sums = new Map<string, Slot>()
  for (const row of rows) {
    const key = keyOf(row)
    sums.set(key, { key, ...add(sums.get(key), row) })
  }
  return [...sums.values()].toSorted((a, b) => b.tokens - a.tokens)
}

/** Every day of the period with its sum, also those without any; by month when there are many. */
export function sumByTime(rows: readonly UsageRow[], days: Days): Slot[] {
  const keyOf = (day: string) => (dayCount(days) > mostDays ? day.slice(0, 7) : day)
  const sums = new Map(sumBy(rows, ({ day }) => keyOf(day)).map((slot) => [slot.key, slot]))
  return [...new Set(eachDay(days).map(keyOf))].map((key) => sums.get(key) ?? { key, ...nothing })
}

const nothing: Sum = { answers: 0, promptTokens: 0, completionTokens: 0, estimatedTokens: 0, tokens: 0 }

function add(sum: Sum = nothing, row: UsageRow): Sum {
  return {
    answers: sum.answers + row.answers,
    promptTokens: sum.promptTokens + row.promptTokens,
    completionTokens: sum.completionTokens + row.completionTokens,
    estimatedTokens: sum.estimatedTokens + row.estimatedTokens,
    tokens: sum.tokens + row.promptTokens + row.completionTokens,
  }
}
