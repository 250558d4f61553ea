import { describe, expect, it } from 'vitest'
import { dayOf, readPeriod, shownDays, spanBefore, spanOf } from './period.ts'

const read = (search: string) => readPeriod(new URLSearchParams(search))
const now = new Date(2026, 10, 20, 15, 0)

describe('the period in the address', () => {
  it('is one of the ready ones, or 30 days', () => {
    expect(read('days=7')).toEqual({ days: 7 })
    expect(read('days=8')).toEqual({ days: 30 })
    expect(read('')).toEqual({ days: 30 })
  })

  it('is two days when both are given and in order', () => {
    expect(read('from=2026-11-01&to=2026-11-10&days=7')).toEqual({ from: '2026-11-01', to: '2026-11-10' })
    for (const bad of [
      'from=2026-11-02&to=2026-11-01',
      'from=2026-11-02',
      'from=2026-13-01&to=2026-13-02',
      'from=2026-02-30&to=2026-03-02',
    ])
      expect(read(bad)).toEqual({ days: 30 })
  })
})

describe('the span of a period', () => {
  it('ends now, or with the whole last day', () => {
    expect(spanOf({ days: 7 }, now)).toEqual({ from: new Date(2026, 10, 13, 15, 0), to: now })
    expect(spanOf({ from: '2026-11-01', to: '2026-11-01' }, now)).toEqual({
      from: new Date(2026, 10, 1),
      to: new Date(2026, 10, 2),
    })
  })

  it('has one of the same length before it', () => {
    const span = spanOf({ days: 7 }, now)
    const before = spanBefore(span)
    expect(before.to).toEqual(span.from)
    expect(before.to.getTime() - before.from.getTime()).toBe(span.to.getTime() - span.from.getTime())
  })

  it('is shown as two days', () => {
    expect(shownDays({ days: 7 }, now)).toEqual({ from: '2026-11-13', to: '2026-11-20' })
    const days = { from: '2026-11-01', to: '2026-11-10' }
    expect(shownDays(days, now)).toEqual(days)
  })

  it('is named by the day of the reader', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
