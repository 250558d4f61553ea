import { describe, expect, it } from 'vitest'
import type { Alert } from '../alerts/alert.ts'
import { alertOn, minuteOf } from '../testing/alert-on.ts'
import { smallTopology } from '../testing/small-topology.ts'
import { type Cause, causeOf } from './cause.ts'
import { decideGroup, type GroupState } from './decide-group.ts'
import type { MaintenanceWindow, OpenIncident } from './incident.ts'

const incident = (id: string, cause: Cause, alerts: readonly Alert[]): OpenIncident => ({
  id,
  cause,
  openedAt: alerts[0]?.at ?? minuteOf(0),
  isFlapping: false,
  alerts,
})
const openOn = (id: string, alert: Alert) => incident(id, causeOf(alert, smallTopology), [alert])

function decide(alert: Alert, more: Partial<GroupState> & { isDue?: boolean } = {}) {
  const { isDue = false, ...state } = more
  const known = {
    now: alert.at,
    incidents: [],
    recent: [],
    held: [],
    topology: smallTopology,
    maintenance: [],
    ...state,
  }
  return decideGroup(alert, known, { isDue })
}

describe('decideGroup', () => {
  it('waits first, then opens with the nearest cause', () => {
    const alert = alertOn('SW-A', { minute: 0 })
    expect(decide(alert)).toMatchObject({ hold: minuteOf(2), rule: { name: 'settling' } })
    expect(decide(alert, { isDue: true, now: minuteOf(2) })).toMatchObject({
      open: { cause: { kind: 'device', device: 'SW-A', site: 'A' }, isFlapping: false },
      rule: { name: 'new_cause' },
    })
  })

  it('ignores what is over before it is due, and an ALERT older than a known RECOVER', () => {
    const alert = alertOn('SW-A', { minute: 0 })
    const recent = [alert, alertOn('SW-A', { minute: 1, kind: 'RECOVER' })]
    expect(decide(alert, { recent, isDue: true, now: minuteOf(2) }).rule.name).toBe('short_blip')
    expect(decide(alert, { recent, now: minuteOf(3) }).rule.name).toBe('already_over')
  })

  it('treats a reminder without incident as its alert, and a lone recovery as nothing', () => {
    const reminder = alertOn('SW-A', { minute: 0, kind: 'REMINDER' })
    expect(decide(reminder, { isDue: true, now: minuteOf(2) })).toHaveProperty('open')
    expect(decide(alertOn('SW-A', { minute: 0, kind: 'RECOVER' })).rule.name).toBe('nothing_open')
  })

  it('hides the devices behind a site that is cut off', () => {
    const incidents = [openOn('I1', alertOn('R-A', { minute: 0 }))]
    expect(decide(alertOn('AP-A', { minute: 5 }), { incidents })).toMatchObject({
      join: 'I1',
      rule: { name: 'behind_site' },
    })
  })

  it('turns an incident into a wider one when the router is told later', () => {
    const incidents = [
      openOn('I1', alertOn('AP-A', { minute: 0 })),
      openOn('I2', alertOn('AP-X', { minute: 0 })),
    ]
    expect(decide(alertOn('R-A', { minute: 4 }), { incidents })).toMatchObject({
      merge: [],
      into: 'I1',
      cause: { kind: 'site', site: 'A' },
      rule: { name: 'wider_cause' },
    })
  })

  it('makes three sites of one provider one incident, held or open', () => {
    const [a, b, c] = [
      alertOn('R-A', { minute: 0 }),
      alertOn('R-B', { minute: 4 }),
      alertOn('R-C', { minute: 8 }),
    ]
    expect(decide(c, { held: [a, b] })).toMatchObject({
      open: { cause: { kind: 'provider', provider: 'Covage' } },
    })
    expect(decide(c, { incidents: [openOn('I1', a), openOn('I2', b)] })).toMatchObject({
      merge: ['I2'],
      into: 'I1',
      rule: { name: 'provider_outage' },
    })
    const late = alertOn('R-C', { minute: 15 })
    expect(decide(late, { incidents: [openOn('I1', a), openOn('I2', b)] })).toHaveProperty('hold')
  })

  it('lets a device join the provider of its router, which waits as it does', () => {
    const provider = incident('I1', { kind: 'provider', provider: 'Covage' }, [
      alertOn('R-B', { minute: 0 }),
      alertOn('R-C', { minute: 0 }),
    ])
    const known = { incidents: [provider], held: [alertOn('R-A', { minute: 0 })], now: minuteOf(8) }
    expect(decide(alertOn('AP-A', { minute: 0 }), { ...known, isDue: true })).toMatchObject({
      join: 'I1',
      rule: { name: 'same_provider' },
    })
  })

  it('takes in a site that is known by a device behind its router only', () => {
    const provider = incident('I1', { kind: 'provider', provider: 'Covage' }, [
      alertOn('R-B', { minute: 0 }),
      alertOn('R-C', { minute: 0 }),
    ])
    const site = incident('I2', { kind: 'site', site: 'A' }, [alertOn('AP-A', { minute: 0 })])
    expect(decide(alertOn('R-A', { minute: 0 }), { incidents: [provider, site] })).toMatchObject({
      merge: ['I2'],
      into: 'I1',
    })
  })

  it('does not let a provider take the site of another', () => {
    const alerts = ['R-A', 'R-B', 'R-C'].map((host) => alertOn(host, { minute: 0 }))
    const incidents = [incident('I1', { kind: 'provider', provider: 'Covage' }, alerts)]
    expect(decide(alertOn('R-D', { minute: 5 }), { incidents })).toHaveProperty('hold')
  })

  it('joins everything to our core when it falls', () => {
    const incidents = [
      openOn('I1', alertOn('R-A', { minute: 0 })),
      openOn('I2', alertOn('R-D', { minute: 1 })),
    ]
    expect(decide(alertOn('CORE', { minute: 2 }), { incidents })).toMatchObject({
      merge: ['I2'],
      into: 'I1',
      cause: { kind: 'core' },
    })
  })

  it('keeps a lost link apart from a lost site, and knows the port that leads to a device', () => {
    expect(causeOf(alertOn('R-E', { minute: 0, port: 'wan2' }), smallTopology)).toEqual({
      kind: 'link',
      site: 'E',
      provider: 'SFR',
    })
    expect(causeOf(alertOn('R-E', { minute: 0 }), smallTopology)).toEqual({ kind: 'site', site: 'E' })
    expect(causeOf(alertOn('R-A', { minute: 0, port: 'WAN1' }), smallTopology)).toEqual({
      kind: 'site',
      site: 'A',
    })
    expect(causeOf(alertOn('sw-a', { minute: 0, port: 'p7' }), smallTopology)).toMatchObject({
      kind: 'device',
      device: 'AP-A',
    })
  })

  it('holds flapping as one incident with its note', () => {
    const changes = [0, 1, 2, 3, 4].map((minute) =>
      alertOn('SW-A', { minute, port: 'p9', kind: minute % 2 === 0 ? 'ALERT' : 'RECOVER' }),
    )
    const [last] = changes.slice(-1)
    if (last === undefined) throw new Error('no change')
    expect(decide(last, { recent: changes })).toMatchObject({
      open: { isFlapping: true },
      rule: { name: 'flapping' },
    })
    expect(decide(last, { recent: [...changes, ...changes], incidents: [openOn('I1', last)] })).toMatchObject(
      { join: 'I1', isFlapping: true },
    )
    expect(decide(last, { recent: changes.slice(2) })).toHaveProperty('hold')
  })

  it('records an alert during maintenance and looks again at its end', () => {
    const window: MaintenanceWindow = {
      id: 'w',
      from: minuteOf(0),
      to: minuteOf(30),
      devices: ['R-A'],
      by: 'us',
    }
    const alert = alertOn('AP-A', { minute: 10 })
    const maintenance = [window]
    expect(decide(alert, { maintenance })).toMatchObject({
      hold: minuteOf(35),
      rule: { name: 'maintenance' },
    })
    expect(decide(alert, { maintenance, isDue: true, now: minuteOf(35) })).toHaveProperty('open')
    const recent = [alert, alertOn('AP-A', { minute: 20, kind: 'RECOVER' })]
    expect(decide(alert, { maintenance, recent, isDue: true, now: minuteOf(35) })).toHaveProperty('ignore')
    expect(decide(alertOn('AP-A', { minute: 31 }), { maintenance }).rule.name).toBe('settling')
    expect(decide(alertOn('R-D', { minute: 10 }), { maintenance }).rule.name).toBe('settling')
  })

  it('keeps log lines as evidence and never loses a power failure told by one', () => {
    const login = alertOn('SW-A', { minute: 1, kind: 'SYSLOG', log: 'Login success', message: 'Log rule' })
    expect(decide(login).rule.name).toBe('log_only')
    expect(decide(login, { incidents: [openOn('I1', alertOn('R-A', { minute: 0 }))] }).rule.name).toBe(
      'log_line',
    )
    const power = alertOn('SW-A', {
      minute: 1,
      kind: 'SYSLOG',
      log: 'Power supply 1 failed',
      message: 'Log rule',
    })
    expect(decide(power)).toHaveProperty('hold')
  })

  it('survives a loop in the topology', () => {
    const looped = {
      ...smallTopology,
      devices: smallTopology.devices.map((device) =>
        device.hostname === 'R-A' ? { ...device, parent: 'AP-A' } : device,
      ),
    }
    const incidents = [openOn('I1', alertOn('SW-A', { minute: 0 }))]
    expect(decide(alertOn('AP-A', { minute: 1 }), { incidents, topology: looped })).toHaveProperty('rule')
  })

  it('names every rule in both languages', () => {
    const { rule } = decide(alertOn('SW-A', { minute: 0 }))
    expect(rule.fr).not.toBe(rule.en)
  })
})
