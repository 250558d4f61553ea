import { type Estate, startEstate } from '@hub/estate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AlertState, NetworkAlert } from '../src/systems/observium/driver.ts'
import {
  createLibrenmsClient,
  createObserviumClient,
  type ObserviumClient,
} from '../src/systems/observium/index.ts'
import { failureOf } from './expect-failure.ts'

let estate: Estate
let observium: ObserviumClient
let librenms: ObserviumClient
beforeAll(async () => {
  estate = await startEstate()
  observium = createObserviumClient({ url: estate.observium.url, auth: estate.observium, timeoutMs: 2_000 })
  librenms = createLibrenmsClient({ ...estate.librenms, timeoutMs: 2_000 })
})
afterAll(() => estate.close())
afterEach(() => estate.librenms.clearFaults())

const known = 'SWITCH-CLIN-STJEAN'
const router = 'ROUTEUR-CLIN-STJEAN'
const firewall = 'FW-CLIN-STJEAN'

/** What both say of the same device, part by part. Uptimes go on between the two answers, by as much as that takes. */
async function bothSay<T>(ask: (client: ObserviumClient) => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  const [first, second] = [await ask(observium), await ask(librenms)]
  const elapsed = (Date.now() - startedAt) / 1_000 + 1
  const [before, after] = [uptimesIn(first), uptimesIn(second)]
  expect(after.uptimes).toHaveLength(before.uptimes.length)
  for (const [index, uptime] of after.uptimes.entries()) {
    const gone = uptime - (before.uptimes[index] ?? Number.NaN)
    expect(gone).toBeGreaterThanOrEqual(0)
    expect(gone).toBeLessThanOrEqual(elapsed)
  }
  expect(after.rest).toEqual(before.rest)
  return first
}

/** A value with its uptimes (seconds, null for what is down) apart from all the rest. */
function uptimesIn(value: unknown): { uptimes: number[]; rest: unknown } {
  const uptimes: number[] = []
  const rest = JSON.stringify(value, (key, part: unknown) => {
    if (key !== 'uptimeSeconds' || typeof part !== 'number') return part
    uptimes.push(part)
    return 'counting'
  })
  return { uptimes, rest: JSON.parse(rest) }
}

describe('both drivers say the same of the same estate', () => {
  it('of every device', async () => {
    const sorted = async (client: ObserviumClient) => {
      const { devices, complete } = await client.devices.list()
      return { complete, devices: devices.sort((a, b) => a.id - b.id) }
    }
    const { devices } = await bothSay(sorted)
    expect(devices.length).toBeGreaterThan(100)
    expect(new Set(devices.map(({ state }) => state))).toEqual(new Set(['up', 'down']))
    expect(devices.find(({ hostname }) => hostname === known)).toMatchObject({
      purpose: 'Clinique Saint-Jean - switch',
      type: 'network',
      downReason: null,
      lastPolledAt: expect.stringMatching(/Z$/),
    })
  })

  it('of devices that are disabled or ignored, and why one is down', async () => {
    const headers = { authorization: `Bearer ${estate.observium.token}` }
    const put = (id: number, body: object) =>
      fetch(`${estate.observium.url}/api/v0/devices/${id}/`, {
        method: 'PUT',
        headers,
        body: JSON.stringify(body),
      })
    const [disabled, ignored] = await Promise.all([
      observium.devices.find('SWITCH-CLIN-001'),
      observium.devices.find('SWITCH-VIDOURLE-003'),
    ])
    await put(disabled.id, { disabled: 1 })
    await put(ignored.id, { ignore: 1 })
    const states = await bothSay(async ({ devices }) => [
      (await devices.find(disabled.hostname)).state,
      (await devices.find(ignored.hostname)).state,
      (await devices.find(ignored.hostname)).downReason,
    ])
    expect(states).toEqual(['disabled', 'ignored', 'ping'])
    await put(disabled.id, { disabled: 0 })
    await put(ignored.id, { ignore: 0 })
  })

  it.each([known, known.toLowerCase(), 'switch-clin-stjean.clinique-saint-jean.example'])(
    'find a device by %s',
    async (name) => {
      expect((await bothSay(({ devices }) => devices.find(name))).hostname).toBe(known)
    },
  )

  it.each(['CLIN', '%', 'SWITCH-CLIN-ST_EAN', 'NOWHERE'])(
    'find nothing by %s, and name those near',
    async (name) => {
      const errors = await Promise.all(
        [observium, librenms].map((client) => failureOf(client.devices.find(name))),
      )
      for (const error of errors)
        expect(error).toMatchObject({ code: 'NOT_FOUND', reason: 'observium.device_not_found' })
      expect(errors.map(({ params }) => params.system ?? 'none')).toEqual(['Observium', 'LibreNMS'])
      expect(errors[1]?.params.candidates).toBe(errors[0]?.params.candidates)
    },
  )

  it.each([known, router, firewall])('of the ports and neighbours of %s', async (name) => {
    const { id } = await observium.devices.find(name)
    const byId = <T extends { id: number }>(items: T[]) => items.sort((a, b) => a.id - b.id)
    const ports = await bothSay(async (client) => byId(await client.ports(id)))
    expect(ports.length).toBeGreaterThan(3)
    expect(ports.some(({ inBitsPerSecond }) => (inBitsPerSecond ?? 0) > 0)).toBe(true)
    const neighbours = await bothSay((client) => client.neighbours(id))
    expect(neighbours.length).toBeGreaterThan(0)
    const ids = ports.map((port) => port.id)
    for (const { portId } of neighbours) expect(ids).toContain(portId)
  })

  it.each([known, router, firewall, 'SWITCH-TILLEULS-001'])('of the health of %s', async (name) => {
    const { id } = await observium.devices.find(name)
    expect((await bothSay((client) => client.processors(id))).length).toBeGreaterThan(0)
    expect((await bothSay((client) => client.memory(id))).length).toBeGreaterThan(0)
    await bothSay((client) => client.storage(id))
    const sensors = await bothSay((client) => client.sensors(id))
    expect(sensors[0]?.state).toBe(name === 'SWITCH-TILLEULS-001' ? 'alert' : 'ok')
  })

  it('of the alerts, each in its own grain', async () => {
    const clearedAfter = new Date(Date.now() - 3_600_000)
    await estate.play('switch-down', 'SWITCH-MUSIC-001')
    await estate.play('switch-up', 'SWITCH-MUSIC-001')
    const [first, second] = await Promise.all(
      [observium, librenms].map(async (client) => {
        const list = await client.alerts.list({ states: allStates, clearedAfter })
        expect(list).toMatchObject({ complete: true, missing: [] })
        return list.alerts
      }),
    )
    expect(rulesOf(second ?? [])).toEqual(rulesOf(first ?? []))
    expect(rulesOf(first ?? [])).toContainEqual(
      expect.stringContaining('SWITCH-MUSIC-001 Device Down cleared'),
    )
  })
})

const allStates: AlertState[] = ['open', 'delayed', 'acknowledged', 'suppressed', 'cleared']

/** Alerts by rule and device: LibreNMS tells no more, and does not know of delayed ones. */
function rulesOf(alerts: NetworkAlert[]): string[] {
  const lines = alerts.map(({ device, name, state, severity, since }) =>
    [device, name, state === 'delayed' ? 'open' : state, severity, since].join(' '),
  )
  return [...new Set(lines)].sort()
}

describe('an acknowledgement', () => {
  it.each(['Observium', 'LibreNMS'] as const)(
    'by %s is seen by the other, and taken back',
    async (system) => {
      const [mine, other] = system === 'Observium' ? [observium, librenms] : [librenms, observium]
      const { alerts } = await librenms.alerts.list({ states: ['open'] })
      const down = alerts.find(({ name }) => name === 'Device Down')
      const id = down?.id ?? 0
      await mine.alerts.acknowledge(id, 'technicien prévenu')
      expect((await mine.alerts.get(id)).state).toBe('acknowledged')
      expect((await other.alerts.get(id)).state).toBe('acknowledged')
      const listed = await other.alerts.list({ states: ['acknowledged'] })
      expect(listed.alerts.map((alert) => alert.id)).toEqual([id])
      await mine.alerts.unacknowledge(id)
      expect((await other.alerts.get(id)).state).toBe('open')
      if (system === 'LibreNMS') expect(estate.librenms.noteOf(id)).toContain('technicien prévenu')
    },
  )

  it('of an alert that is none', async () => {
    for (const client of [observium, librenms]) {
      expect((await failureOf(client.alerts.get(999_999))).reason).toBe('observium.alert_not_found')
    }
    expect((await failureOf(librenms.alerts.acknowledge(999_999, undefined))).reason).toBe(
      'observium.alert_not_found',
    )
  })

  it('with a token that may only read', async () => {
    const readOnly = [
      createObserviumClient({ url: estate.observium.url, auth: { token: estate.observium.readOnlyToken } }),
      createLibrenmsClient({ url: estate.librenms.url, token: estate.librenms.readOnlyToken }),
    ]
    for (const client of readOnly) {
      const { alerts } = await client.alerts.list({ states: ['open'] })
      const error = await failureOf(client.alerts.acknowledge(alerts[0]?.id ?? 0, undefined))
      expect(error).toMatchObject({ code: 'FORBIDDEN', reason: 'observium.write_forbidden' })
    }
  })
})

describe('LibreNMS', () => {
  it('answers a ping, and never shows a credential', async () => {
    expect(await librenms.ping()).toBeGreaterThan(0)
    const shown = JSON.stringify(await librenms.devices.list())
    for (const secret of estate.observium.deviceSecrets()) expect(shown).not.toContain(secret)
  })

  it('tells measures that an older version does not give from none', async () => {
    const { id } = await librenms.devices.find(firewall)
    const { id: switchId } = await librenms.devices.find(known)
    estate.librenms.setHealthValues(false)
    const error = await failureOf(librenms.processors(id))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'observium.no_values' })
    expect(await librenms.storage(switchId)).toEqual([])
    expect((await librenms.sensors(id)).length).toBeGreaterThan(0)
    estate.librenms.setHealthValues(true)
  })

  it('asks for no column that it does not have', async () => {
    const { id } = await librenms.devices.find(known)
    await librenms.ports(id)
    const bad = estate.librenms.requests().filter(({ status }) => status === 400)
    expect(bad).toEqual([])
  })
})
