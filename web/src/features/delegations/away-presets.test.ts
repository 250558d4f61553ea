import { describe, expect, it } from 'vitest'
import { awayPeriod } from './away-presets.ts'

const friday = new Date(2026, 10, 20, 16, 30)
const sunday = new Date(2026, 10, 22, 9, 0)

describe('ready periods of absence', () => {
  it('end tonight', () => {
    expect(awayPeriod('today', friday)).toEqual({ startsAt: friday, endsAt: new Date(2026, 10, 20, 23, 59) })
  })

  it('end on Sunday, on that very day when it is one', () => {
    expect(awayPeriod('thisWeek', friday).endsAt).toEqual(new Date(2026, 10, 22, 23, 59))
    expect(awayPeriod('thisWeek', sunday).endsAt).toEqual(new Date(2026, 10, 22, 23, 59))
  })

  it('take the whole of next week, from Monday to Sunday', () => {
    const nextWeek = { startsAt: new Date(2026, 10, 23), endsAt: new Date(2026, 10, 29, 23, 59) }
    expect(awayPeriod('nextWeek', friday)).toEqual(nextWeek)
    expect(awayPeriod('nextWeek', sunday)).toEqual(nextWeek)
  })

  it('take two weeks over the end of a month', () => {
    expect(awayPeriod('twoWeeks', friday).endsAt).toEqual(new Date(2026, 11, 4, 23, 59))
  })
})
