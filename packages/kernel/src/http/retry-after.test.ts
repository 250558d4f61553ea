import { describe, expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = new Date('2026-01-12T10:00:00Z')

describe('retryAfterMs', () => {
  it.each([
    [null, undefined],
    [undefined, undefined],
    ['7', 7_000],
    [' 1.5 ', 1_500],
    ['Mon, 12 Jan 2026 10:00:30 GMT', 30_000],
    ['Mon, 12 Jan 2026 09:00:00 GMT', 0],
    ['soon', undefined],
  ])('reads %s as %s', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })
})
