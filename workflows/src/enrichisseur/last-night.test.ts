import { expect, it } from 'vitest'
import { lastNight, parseNightTime } from './last-night.ts'

const paris = parseNightTime('02:30', 'Europe/Paris')

it.each([
  ['2026-11-21T01:29:59Z', '2026-11-20', '2026-11-20T01:30:00.000Z'],
  ['2026-11-21T01:30:00Z', '2026-11-21', '2026-11-21T01:30:00.000Z'],
  ['2026-11-21T23:30:00Z', '2026-11-21', '2026-11-21T01:30:00.000Z'],
  ['2026-07-01T12:00:00Z', '2026-07-01', '2026-07-01T00:30:00.000Z'],
  ['2026-10-25T12:00:00Z', '2026-10-25', '2026-10-25T01:30:00.000Z'],
])('at %s the last night was %s, at %s', (now, date, at) => {
  const night = lastNight(new Date(now), paris)
  expect([night.date, night.at.toISOString()]).toEqual([date, at])
})

it('has a night when the clocks jump over its time', () => {
  const { date, at } = lastNight(new Date('2026-03-29T12:00:00Z'), paris)
  expect(date).toBe('2026-03-29')
  expect(Math.abs(at.getTime() - Date.parse('2026-03-29T01:00:00Z'))).toBeLessThanOrEqual(1_800_000)
})

it('refuses what is no time', () => {
  expect(() => parseNightTime('25:00', 'Europe/Paris')).toThrow(RangeError)
})
