import { describe, expect, it } from 'vitest'
import { alertOn, minuteOf } from '../testing/alert-on.ts'
import { incidentProgress } from './incident-progress.ts'
import { outageStartOf } from './reachability.ts'

const down = alertOn('SW-A', { minute: 0 })
const up = alertOn('SW-A', { minute: 20, kind: 'RECOVER' })

describe('incidentProgress', () => {
  it('fails, recovers, and is over after a quiet time', () => {
    const of = (now: number) =>
      incidentProgress({ alerts: [down, up], isFlapping: false }, { now: minuteOf(now) })
    expect(incidentProgress({ alerts: [down], isFlapping: false }, { now: minuteOf(9) })).toMatchObject({
      phase: 'failing',
      since: minuteOf(0),
    })
    expect(of(21)).toEqual({ phase: 'recovering', recoveredAt: minuteOf(20), overAt: minuteOf(30) })
    expect(of(30)).toEqual({ phase: 'over', recoveredAt: minuteOf(20) })
  })

  it('waits longer for what flaps and counts the present failure from its beginning', () => {
    const again = alertOn('SW-A', { minute: 24 })
    expect(incidentProgress({ alerts: [down, up], isFlapping: true }, { now: minuteOf(40) }).phase).toBe(
      'recovering',
    )
    const now = minuteOf(40)
    expect(incidentProgress({ alerts: [again, up, down], isFlapping: false }, { now })).toMatchObject({
      since: minuteOf(24),
    })
  })

  it('believes the monitoring where the RECOVER is lost', () => {
    const seenWorking = () => minuteOf(15)
    expect(
      incidentProgress({ alerts: [down], isFlapping: false }, { now: minuteOf(30), seenWorking }),
    ).toEqual({
      phase: 'over',
      recoveredAt: minuteOf(15),
    })
  })
})

describe('outageStartOf', () => {
  it('is when the first device fell silent, not when the battery took over', () => {
    const battery = alertOn('UPS-A', { minute: 0, message: 'UPS on battery', metrics: 'runtime = 9' })
    expect(outageStartOf([battery, alertOn('R-A', { minute: 25 })])).toBe(Date.parse(minuteOf(25)))
    expect(outageStartOf([battery])).toBe(Date.parse(minuteOf(0)))
  })
})
