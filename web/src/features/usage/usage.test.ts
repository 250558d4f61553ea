import type { UsageRow } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { sumBy, sumByTime } from './sum-usage.ts'
import { daysOf, eachDay, readUsagePeriod } from './usage-period.ts'

const read = (search: string) => readUsagePeriod(new URLSearchParams(search))
const now = new Date('2026-03-05T23:30:00Z')

describe('the period in the address', () => {
  it('is a ready one, or two days in order, else the current month', () => {
    expect(read('period=last')).toBe('last')
    expect(read('from=2026-01-30&to=2026-02-02')).toEqual({ from: '2026-01-30', to: '2026-02-02' })
    for (const bad of ['', 'period=x', 'from=2026-02-30&to=2026-03-01', 'from=2026-03-02&to=2026-03-01'])
      expect(read(bad)).toBe('month')
    expect(read('from=2024-01-01&to=2026-01-01')).toBe('month')
  })

  it('stands for days in UTC, both included', () => {
    expect(daysOf('month', now)).toEqual({ from: '2026-03-01', to: '2026-03-05' })
    expect(daysOf('last', now)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(daysOf('year', now)).toEqual({ from: '2025-04-01', to: '2026-03-05' })
    expect(eachDay({ from: '2026-02-27', to: '2026-03-01' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
  })
})

describe('the sums of a period', () => {
  const row = (day: string, mode: UsageRow['mode'], tokens: number): UsageRow => ({
    day,
    mode,
    provider: 'ollama',
    model: 'qwen3:8b',
    answers: 1,
    promptTokens: tokens - 1,
    completionTokens: 1,
    estimatedAnswers: 0,
    estimatedTokens: 0,
  })
  const rows = [row('2026-03-03', 'flash', 10), row('2026-03-03', 'code', 30), row('2026-03-01', 'flash', 5)]

  it('are largest first', () => {
    expect(sumBy(rows, ({ mode }) => mode).map(({ key, tokens, answers }) => [key, tokens, answers])).toEqual(
      [
        ['code', 30, 1],
        ['flash', 15, 2],
      ],
    )
  })

  it('have every day, or every month of a long period', () => {
    const days = sumByTime(rows, { from: '2026-03-01', to: '2026-03-04' })
    expect(days.map(({ key, tokens }) => [key, tokens])).toEqual([
      ['2026-03-01', 5],
      ['2026-03-02', 0],
      ['2026-03-03', 40],
      ['2026-03-04', 0],
    ])
    const months = sumByTime(rows, { from: '2025-12-15', to: '2026-03-05' })
    expect(months.map(({ key, tokens }) => [key, tokens])).toEqual([
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 0],
      ['2026-03', 45],
    ])
  })
})
