import { describe, expect, it } from 'vitest'
import { formatClock, formatDuration, formatMoment, formatWhen } from './time.ts'

const at = (hour: number, minute: number, day = 20) => new Date(2026, 10, day, hour, minute)

describe('a moment', () => {
  it('is relative under an hour', () => {
    expect(formatMoment(at(14, 12), at(14, 0), 'fr')).toMatch(/^dans 12\smin$/)
    expect(formatMoment(at(13, 48), at(14, 0), 'en')).toBe('12 minutes ago')
  })

  it('is a time on the same day, then a date', () => {
    expect(formatMoment(at(9, 5), at(14, 0), 'fr')).toBe('9:05')
    expect(formatMoment(at(9, 5), at(14, 0), 'en')).toBe('9:05 am')
    expect(formatMoment(at(9, 5, 12), at(14, 0), 'fr')).toMatch(/^12 nov\.?,? 9:05$/)
  })
})

describe('a moment inside a sentence', () => {
  it('is never relative', () => {
    expect(formatWhen(at(13, 59), at(14, 0), 'fr')).toBe('13:59')
    expect(formatWhen(at(13, 59, 12), at(14, 0), 'en')).toMatch(/^12 Nov,? 1:59 pm$/)
  })
})

describe('a time of day', () => {
  it('has 24 hours in French, 12 in English', () => {
    expect(formatClock(at(14, 31), 'fr')).toBe('14:31')
    expect(formatClock(at(14, 31), 'en')).toBe('2:31 pm')
  })
})

describe('a duration', () => {
  it.each([
    [-5, '0 s'],
    [45_000, '45 s'],
    [65_000, '1 min 05 s'],
    [12 * 60_000 + 59_000, '12 min'],
    [60 * 60_000, '1 h'],
    [65 * 60_000, '1 h 05'],
    [26 * 3_600_000, '26 h'],
  ])('%i ms reads %s', (ms, words) => expect(formatDuration(ms)).toBe(words.replaceAll(' ', '\u00a0')))
})
