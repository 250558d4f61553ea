import { type Estate, startEstate } from '@hub/estate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createObserviumClient, type ObserviumClient } from '../src/systems/observium/index.ts'
import { readDeviceMetrics } from '../src/systems/observium/read-device-metrics.ts'
import { readDeviceStatus } from '../src/systems/observium/read-device-status.ts'
import { failureOf } from './expect-failure.ts'
import { closedAddress } from './lying-server.ts'

let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.close())
afterEach(() => {
  estate.observium.clearFaults()
  estate.observium.setApiEnabled(true)
})

type Auth = Parameters<typeof createObserviumClient>[0]['auth']

function client(auth: Auth = estate.observium, timeoutMs = 2_000): ObserviumClient {
  return createObserviumClient({ url: estate.observium.url, auth, timeoutMs })
}

const byPassword = () => ({ user: estate.observium.user, password: estate.observium.password })
const device = 'SWITCH-CLIN-STJEAN'

describe('devices', () => {
  it.each([device, device.toLowerCase()])('are found by %s', async (name) => {
    expect(await readDeviceStatus(client(), name)).toMatchObject({
      hostname: device,
      state: 'up',
      downReason: null,
      ports: { total: 24, up: 24, down: 0, adminDown: 0 },
      alerts: [],
      missing: [],
    })
  })

  it('are found by their sysName', async () => {
    const sysName = String(estate.observium.rows('devices', { hostname: device })[0]?.sysName)
    expect((await readDeviceStatus(client(byPassword()), sysName.toUpperCase())).hostname).toBe(device)
  })

  it('that do not exist name those near, five at most', async () => {
    const error = await failureOf(readDeviceStatus(client(), 'CLIN'))
    expect(error).toMatchObject({ code: 'NOT_FOUND', reason: 'observium.device_not_found' })
    expect(String(error.params.candidates).split(', ')).toHaveLength(6)
  })

  it.each(['%', '***', '_'.repeat(device.length)])('are not guessed from the wildcard %s', async (name) => {
    expect((await failureOf(readDeviceStatus(client(), name))).code).toBe('NOT_FOUND')
  })

  it('that are down say why, with their alerts', async () => {
    const [down] = estate.observium.rows('devices', { status: '0' })
    const status = await readDeviceStatus(client(), String(down?.hostname))
    expect(status.state).toBe('down')
    expect(status.downReason).toBeTruthy()
    expect(status.uptimeSeconds).toBeNull()
    expect(status.alerts.length).toBeGreaterThan(0)
    for (const alert of status.alerts) {
      expect(alert.message).toMatch(/\w/)
      expect(alert.severity).toBeTruthy()
      expect(alert.since).toMatch(/Z$/)
    }
  })

  it('give their measures, the busiest ports first', async () => {
    const metrics = await readDeviceMetrics(client(), device)
    expect(metrics.missing).toEqual([])
    expect(metrics.processors.length).toBeGreaterThan(0)
    expect(metrics.memory.length).toBeGreaterThan(0)
    const traffic = metrics.ports.map((port) =>
      Math.max(port.inBitsPerSecond ?? 0, port.outBitsPerSecond ?? 0),
    )
    expect(traffic).toEqual([...traffic].sort((a, b) => b - a))
  })

  it('never show a credential', async () => {
    const shown = JSON.stringify([
      await readDeviceStatus(client(), device),
      await readDeviceMetrics(client(), device),
      await client().devices.find(device),
    ])
    for (const secret of estate.observium.deviceSecrets()) expect(shown).not.toContain(secret)
    expect(shown).not.toMatch(/snmp_/)
    const queries = estate.observium.requests().filter(({ path }) => path.includes('/devices'))
    for (const { query } of queries) expect(query).toContain('fields=')
  })
})

describe('failures of the system', () => {
  it('says that the API is off', async () => {
    estate.observium.setApiEnabled(false)
    const error = await failureOf(readDeviceStatus(client(), device))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'observium.api_off' })
  })

  it('says that the account is refused', async () => {
    const error = await failureOf(readDeviceStatus(client({ user: 'hub', password: 'wr0ng' }), device))
    expect(error.reason).toBe('observium.configuration')
    expect(error.message).not.toContain('wr0ng')
  })

  it.each([
    ['html', { kind: 'html', status: 200 }, 'observium.api_off'],
    ['500', { kind: 'status', status: 500 }, 'upstream.bad_status'],
    ['truncate', { kind: 'truncate' }, 'observium.api_off'],
    ['reset', { kind: 'reset', count: 3 }, 'upstream.unreachable'],
    ['late', { kind: 'delay', delayMs: 300 }, 'upstream.timeout'],
  ] as const)('%s', async (_name, fault, reason) => {
    const observium = client(estate.observium, 150)
    estate.observium.failNext({ ...fault, path: 'devices' })
    const error = await failureOf(observium.devices.find(device))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', params: { system: 'Observium' } })
    expect([reason, 'upstream.not_json']).toContain(error.reason)
  })

  it('shows the device when a part fails, and says what is missing', async () => {
    estate.observium.failNext({ kind: 'status', status: 500, path: 'ports' })
    const status = await readDeviceStatus(client(), device)
    expect(status).toMatchObject({ state: 'up', ports: null, missing: ['ports'] })
  })

  it('names a system that is not there', async () => {
    const gone = createObserviumClient({ url: await closedAddress(), auth: { token: 't' }, timeoutMs: 500 })
    expect((await failureOf(gone.ping())).message).toBe('Observium refused the connection')
  })
})
