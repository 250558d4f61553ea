import { describe, expect, it } from 'vitest'
import type { Alert } from '../alerts/alert.ts'
import { causeOf } from '../group/cause.ts'
import type { OpenIncident } from '../group/incident.ts'
import { alertOn, minuteOf } from '../testing/alert-on.ts'
import { smallTopology } from '../testing/small-topology.ts'
import type { DeviceFact, Facts } from './facts.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { workingSince } from './working-since.ts'

const polledAt = minuteOf(5)

function device(hostname: string, more: Partial<DeviceFact> = {}): DeviceFact {
  return { hostname, state: 'up', downReason: null, uptimeSeconds: 900_000, lastPolledAt: polledAt, ...more }
}

const down = (hostname: string) =>
  device(hostname, { state: 'down', downReason: 'ping', uptimeSeconds: null, lastPolledAt: minuteOf(-5) })

function facts(changed: readonly DeviceFact[], more: Partial<Facts> = {}): Facts {
  const devices = smallTopology.devices.map(
    ({ hostname }) => changed.find((each) => each.hostname === hostname) ?? device(hostname),
  )
  return {
    now: minuteOf(6),
    devices,
    ports: [],
    sensors: [],
    topology: smallTopology,
    maintenance: [],
    logs: [],
    answers: [],
    ...more,
  }
}

function items(alert: Alert, known: Facts, more: readonly Alert[] = []) {
  const incident: OpenIncident = {
    id: 'I',
    cause: causeOf(alert, smallTopology),
    openedAt: alert.at,
    isFlapping: false,
    alerts: [alert, ...more],
  }
  return gatherEvidence(incident, known).items.map(({ firstAt: _, ...item }) => item)
}

describe('gatherEvidence', () => {
  const router = alertOn('R-A', { minute: 0 })
  const access = alertOn('AP-A', { minute: 0 })

  it('finds how far one gets', () => {
    expect(items(router, facts([down('R-A')]))).toContainEqual({
      kind: 'hop',
      at: polledAt,
      reached: 'core',
      device: 'R-A',
    })
    expect(items(access, facts([down('AP-A')]))).toContainEqual({
      kind: 'hop',
      at: polledAt,
      reached: 'parent',
      device: 'AP-A',
    })
    expect(items(access, facts([down('AP-A'), down('SW-A')]))).toContainEqual({
      kind: 'hop',
      at: polledAt,
      reached: 'edge',
      device: 'AP-A',
    })
    expect(items(router, facts([down('R-A'), down('CORE')]))).toContainEqual({
      kind: 'hop',
      at: polledAt,
      reached: 'nothing',
      device: 'R-A',
    })
  })

  it('says nothing about a parent that was not polled since', () => {
    const old = device('SW-A', { lastPolledAt: minuteOf(-5) })
    const kinds = items(access, facts([down('AP-A'), old, device('R-A', { lastPolledAt: minuteOf(-5) })]))
    expect(kinds.filter(({ kind }) => kind === 'hop')).toEqual([
      { kind: 'hop', at: polledAt, reached: 'core', device: 'AP-A' },
    ])
  })

  it('counts other sites of the provider that fell with it, not one that is gone since yesterday', () => {
    const gone = { ...down('R-C'), lastPolledAt: minuteOf(-1440) }
    expect(items(router, facts([down('R-A'), down('R-B'), gone]))).toContainEqual({
      kind: 'provider_sites',
      at: polledAt,
      provider: 'Covage',
      up: 0,
      down: 1,
    })
  })

  it('reads the uptime after the return', () => {
    const recover = alertOn('R-A', { minute: 4, kind: 'RECOVER' })
    const restarted = facts([device('R-A', { uptimeSeconds: 120 })])
    expect(items(router, restarted, [recover])).toContainEqual(
      expect.objectContaining({ kind: 'uptime', wasRestarted: true }),
    )
    expect(items(router, facts([]), [recover])).toContainEqual(
      expect.objectContaining({ kind: 'uptime', wasRestarted: false }),
    )
  })

  it('sees a gap in the data by the age of what is called up', () => {
    const devices = smallTopology.devices.map(({ hostname }) =>
      device(hostname, { lastPolledAt: minuteOf(-20) }),
    )
    expect(items(router, facts(devices))).toContainEqual({
      kind: 'data_gap',
      at: minuteOf(6),
      stale: 9,
      fresh: 0,
      providers: 2,
    })
    expect(items(router, facts([down('R-A')])).filter(({ kind }) => kind === 'data_gap')).toEqual([])
  })

  it('reads the log of the site before the incident, planned work and power sensors', () => {
    const log = alertOn('SW-A', {
      minute: -3,
      kind: 'SYSLOG',
      log: 'Configured from console by admin',
      severity: 'Notice',
    })
    const other = alertOn('R-D', { minute: -3, kind: 'SYSLOG', log: 'Configured from console by admin' })
    const sensor = { name: 'Battery', class: 'runtime', value: 9, unit: null, state: 'alert' } as const
    const known = facts([down('R-A')], {
      logs: [log, other],
      sensors: [{ hostname: 'UPS-A', lastPolledAt: minuteOf(0), sensors: [sensor] }],
      maintenance: [{ id: 'w1', from: minuteOf(-60), to: minuteOf(-5), sites: ['A'], by: 'provider' }],
    })
    const found = items(router, known)
    expect(found.filter(({ kind }) => kind === 'change')).toMatchObject([
      { what: 'configuration' },
      { by: 'provider' },
    ])
    expect(found).toContainEqual({
      kind: 'power',
      at: minuteOf(0),
      device: 'UPS-A',
      state: 'battery',
      detail: 'Battery = 9',
    })
  })

  it('keeps what was known', () => {
    const incident: OpenIncident = {
      id: 'I',
      cause: causeOf(router, smallTopology),
      openedAt: router.at,
      isFlapping: false,
      alerts: [router],
    }
    const first = gatherEvidence(incident, facts([down('R-A')]))
    const later = gatherEvidence(incident, facts([]), { known: first.items })
    expect(later.items).toContainEqual(expect.objectContaining({ kind: 'hop', reached: 'core' }))
  })
})

describe('workingSince', () => {
  const alert = alertOn('SW-A', { minute: 0 })
  it('believes a poll five minutes after the alert that found it up', () => {
    expect(workingSince(alert, facts([]))).toBe(polledAt)
    expect(workingSince(alert, facts([device('SW-A', { lastPolledAt: minuteOf(3) })]))).toBeNull()
    expect(workingSince(alert, facts([down('SW-A')]))).toBeNull()
    expect(
      workingSince(alertOn('SW-A', { minute: 0, message: 'Memory full', metrics: 'm = 1' }), facts([])),
    ).toBeNull()
  })
  it('looks at the port for an alert about a port', () => {
    const port = alertOn('SW-A', { minute: 0, port: 'p9' })
    const row = {
      name: 'p9',
      state: 'up',
      inBitsPerSecond: 0,
      outBitsPerSecond: 0,
      errorsPerSecond: 0,
      problems: [],
    }
    expect(
      workingSince(port, facts([], { ports: [{ device: 'SW-A', lastPolledAt: polledAt, ports: [row] }] })),
    ).toBe(polledAt)
    expect(workingSince(port, facts([]))).toBeNull()
  })
})
