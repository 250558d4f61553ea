import { describe, expect, it } from 'vitest'
import { readRunFilters, spanOf } from './run-filters.ts'

const read = (search: string) => readRunFilters(new URLSearchParams(search))
const now = new Date(2026, 10, 20, 15, 0)

describe('the filters of the runs in the address', () => {
  it('are read, without what is none of ours', () => {
    expect(read('workflow=support&state=parked&q=%20saint-jean%20&days=7&cursor=abc')).toEqual({
      workflow: 'support',
      state: 'parked',
      search: 'saint-jean',
      period: { days: 7 },
      cursor: 'abc',
    })
    expect(read('workflow=other&state=gone&days=8&q=%20')).toEqual({
      workflow: undefined,
      state: undefined,
      search: undefined,
      period: null,
      cursor: undefined,
    })
  })

  it('name two days when both are given and in order', () => {
    expect(read('from=2026-11-01&to=2026-11-03&days=7').period).toEqual({
      from: '2026-11-01',
      to: '2026-11-03',
    })
    for (const bad of ['from=2026-11-03&to=2026-11-01', 'from=2026-11-03', 'from=2026-13-01&to=2026-13-02'])
      expect(read(bad).period).toBeNull()
  })
})

describe('the span of a period', () => {
  it('ends now, or with the whole last day', () => {
    expect(spanOf(null, now)).toEqual({})
    expect(spanOf({ days: 1 }, now)).toEqual({ from: new Date(2026, 10, 19, 15, 0).toISOString() })
    expect(spanOf({ from: '2026-11-01', to: '2026-11-01' }, now)).toEqual({
      from: new Date(2026, 10, 1).toISOString(),
      to: new Date(2026, 10, 2).toISOString(),
    })
  })
})
