import { describe, expect, it } from 'vitest'
import { localToInstant } from './local-time.ts'

describe('localToInstant', () => {
  it.each([
    ['2026-01-12 09:30:00', 'Europe/Paris', '2026-01-12T08:30:00.000Z'],
    ['2026-07-12 09:30:00', 'Europe/Paris', '2026-07-12T07:30:00.000Z'],
    ['2026-01-12 09:30:00', 'UTC', '2026-01-12T09:30:00.000Z'],
    ['2026-01-12 09:30:00', 'America/Montreal', '2026-01-12T14:30:00.000Z'],
    // Clocks go back at 03:00 on 25 October 2026: 02:30 happens twice, the first is summer time.
    ['2026-10-25 02:30:00', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 03:30:00', 'Europe/Paris', '2026-10-25T02:30:00.000Z'],
    ['2026-10-25 01:59:59', 'Europe/Paris', '2026-10-24T23:59:59.000Z'],
    // Clocks go forward at 02:00 on 29 March 2026: 02:30 does not exist, it reads as 03:30 or 01:30.
    ['2026-03-29 01:30:00', 'Europe/Paris', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29 03:30:00', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    [null, 'Europe/Paris', null],
    ['', 'Europe/Paris', null],
    ['0000-00-00 00:00:00', 'Europe/Paris', null],
    ['yesterday', 'Europe/Paris', null],
  ])('%s in %s is %s', (text, timeZone, instant) => {
    expect(localToInstant(text, timeZone)).toBe(instant)
  })

  it('reads a time that does not exist as one near it', () => {
    expect(localToInstant('2026-03-29 02:30:00', 'Europe/Paris')).toMatch(/^2026-03-29T0[01]:30:00/)
  })
})
