import { describe, expect, it } from 'vitest'
import { retryAfterSeconds } from './retry-after.ts'

const now = Date.parse('2026-01-12T10:00:00Z')

describe('retryAfterSeconds', () => {
  it.each([
    [null, undefined],
    ['7', 7],
    ['Mon, 12 Jan 2026 10:00:30 GMT', 30],
    ['Mon, 12 Jan 2026 09:00:00 GMT', 0],
    ['soon', undefined],
  ])('reads %s as %s', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds)
  })
})
