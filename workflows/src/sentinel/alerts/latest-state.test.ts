import { describe, expect, it } from 'vitest'
import { alertOn } from '../testing/alert-on.ts'
import { failing, latestState } from './latest-state.ts'

describe('latestState', () => {
  const alert = alertOn('sw1', { minute: 0 })
  const recover = alertOn('sw1', { minute: 4, kind: 'RECOVER' })

  it('goes by the times inside, not by the order of arrival', () => {
    expect(latestState([recover, alert]).get(alert.alertKey)?.kind).toBe('RECOVER')
    expect(failing([recover, alert, alert])).toEqual([])
    expect(failing([alert])).toEqual([alert])
  })

  it('lets a RECOVER of the same second win, whatever comes first', () => {
    const same = alertOn('sw1', { minute: 0, kind: 'RECOVER' })
    expect(failing([alert, same])).toEqual([])
    expect(failing([same, alert])).toEqual([])
  })

  it('counts a reminder as failing and a log line as nothing', () => {
    const reminder = alertOn('sw1', { minute: 8, kind: 'REMINDER' })
    expect(failing([alert, recover, reminder])).toEqual([reminder])
    expect(latestState([alertOn('sw1', { minute: 0, kind: 'SYSLOG', log: 'x' })]).size).toBe(0)
  })
})
