import type { WorkingHours } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { isWorkingTime } from './working-hours.ts'

const day: WorkingHours = {
  timeZone: 'Europe/Paris',
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '18:30',
  holidays: ['2026-11-11'],
}
const night: WorkingHours = { ...day, days: [5], from: '22:00', to: '06:00', holidays: ['2026-11-13'] }
const whole: WorkingHours = { ...day, days: [6, 7], from: '00:00', to: '00:00' }

describe('isWorkingTime', () => {
  it.each([
    ['the first minute', day, '2026-11-18T08:00:00+01:00', true],
    ['the minute before', day, '2026-11-18T07:59:59+01:00', false],
    ['the last minute', day, '2026-11-18T18:29:59+01:00', true],
    ['the end', day, '2026-11-18T18:30:00+01:00', false],
    ['a Saturday', day, '2026-11-21T10:00:00+01:00', false],
    ['a holiday', day, '2026-11-11T10:00:00+01:00', false],
    ['summer time', day, '2026-07-15T06:30:00Z', true],
    ['winter time', day, '2026-11-18T06:30:00Z', false],
    ['Monday in Paris, Sunday in UTC', { ...day, from: '00:00' }, '2026-11-15T23:30:00Z', true],
    ['Friday night', night, '2026-11-20T22:30:00+01:00', true],
    ['what is left of Friday night', night, '2026-11-21T05:59:00+01:00', true],
    ['Saturday morning', night, '2026-11-21T06:00:00+01:00', false],
    ['Friday before dawn', night, '2026-11-20T05:00:00+01:00', false],
    ['the night that began on a holiday', night, '2026-11-14T02:00:00+01:00', false],
    ['a whole Sunday', whole, '2026-11-22T23:59:00+01:00', true],
    ['the Monday after', whole, '2026-11-23T00:00:00+01:00', false],
  ])('%s', (_name, hours, at, expected) => {
    expect(isWorkingTime(hours, new Date(at))).toBe(expected)
  })

  it('counts the hour that comes twice and the one that never comes', () => {
    const early = { ...whole, from: '02:00', to: '03:00' }
    expect(isWorkingTime(early, new Date('2026-10-25T00:30:00Z'))).toBe(true)
    expect(isWorkingTime(early, new Date('2026-10-25T01:30:00Z'))).toBe(true)
    expect(isWorkingTime(early, new Date('2026-03-29T01:00:00Z'))).toBe(false)
  })
})
