import { afterEach, describe, expect, it } from 'vitest'
import { createLibrenmsClient } from '../src/systems/observium/index.ts'
import { readDeviceMetrics } from '../src/systems/observium/read-device-metrics.ts'
import { readDeviceStatus } from '../src/systems/observium/read-device-status.ts'
import { failureOf } from './expect-failure.ts'
import { closedAddress, type LyingServer, sendJson, startLyingServer } from './lying-server.ts'

let server: LyingServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

interface Answer {
  data?: unknown
  status?: number
  html?: string
  delayMs?: number
}

/** A LibreNMS that answers each path as told, the query left out; the others are empty. */
async function librenmsAnswering(answers: Record<string, Answer>, timeoutMs = 1_000) {
  const seen: string[] = []
  server = await startLyingServer(async (request, response) => {
    const path = (request.url ?? '').replace('/api/v0', '').replace(/\?.*/, '')
    const { method } = request
    seen.push(`${method} ${request.url}`)
    const key = path.split('/').at(-1) ?? ''
    const answer = answers[`${method} ${path}`] ??
      answers[path] ?? { data: { status: 'ok', [key]: [], graphs: [], count: 0 } }
    if (answer.delayMs) await new Promise((resolve) => setTimeout(resolve, answer.delayMs))
    if (answer.html === undefined) sendJson(response, answer.data, answer.status)
    else response.writeHead(answer.status ?? 200, { 'content-type': 'text/html' }).end(answer.html)
  })
  return { client: createLibrenmsClient({ url: server.url, token: 't0ken', timeoutMs }), seen }
}

const row = {
  device_id: 7,
  hostname: 'sw1',
  status: 1,
  disabled: 0,
  ignore: 0,
  uptime: 12,
  community: 's3cret',
}
const devices = (...rows: unknown[]) => ({ data: { status: 'ok', devices: rows, count: rows.length } })

describe('every way of writing a device', () => {
  it.each([
    ['numbers', row],
    ['texts', { ...row, device_id: '7', status: '1', disabled: '0', ignore: '0', uptime: '12' }],
    ['booleans', { ...row, status: true, disabled: false, ignore: false }],
  ])('%s', async (_name, written) => {
    const { client } = await librenmsAnswering({ '/devices': devices(written) })
    const status = await readDeviceStatus(client, 'sw1')
    expect(status).toMatchObject({ deviceId: 7, state: 'up', uptimeSeconds: 12, ports: { total: 0 } })
    expect(JSON.stringify(status)).not.toContain('s3cret')
  })

  it.each([
    ['2026-01-12 10:00:00', '2026-01-12T09:00:00.000Z'],
    ['2026-01-12T09:00:00.000000Z', '2026-01-12T09:00:00.000Z'],
    ['2026-01-12T10:00:00+01:00', '2026-01-12T09:00:00.000Z'],
    ['0000-00-00 00:00:00', null],
    ['soonZ', null],
    [null, null],
  ])('polled at %s', async (last_polled, at) => {
    const { client } = await librenmsAnswering({ '/devices': devices({ ...row, last_polled }) })
    expect((await client.devices.find('sw1')).lastPolledAt).toBe(at)
  })

  it('a name of digits is not taken for an id', async () => {
    const { client, seen } = await librenmsAnswering({
      '/devices': devices({ ...row, hostname: '10.0.0.7' }),
    })
    expect((await failureOf(client.devices.find('7'))).code).toBe('NOT_FOUND')
    expect(seen.some((line) => line.includes('/devices/7'))).toBe(false)
  })

  it('a version that answers every device to a search it does not know', async () => {
    const all = devices(row, { ...row, device_id: 8, hostname: '10.0.0.8', sysName: 'CORE' })
    const { client } = await librenmsAnswering({ '/devices': all })
    expect((await client.devices.find('core')).id).toBe(8)
    const error = await failureOf(client.devices.find('edge'))
    expect(error.params.candidates).toBe('')
  })
})

describe('a LibreNMS that lies', () => {
  it.each([
    ['a text', { status: 'ok', devices: 'sw1' }],
    ['an object', { status: 'ok', devices: { 7: row } }],
    ['nothing', { status: 'ok' }],
    ['a row without id', { status: 'ok', devices: [{ hostname: 'sw1' }] }],
    ['a list', [row]],
    ['the words of its framework', { message: 'Server Error' }],
  ])('%s', async (_name, data) => {
    const { client } = await librenmsAnswering({ '/devices': { data } })
    const error = await failureOf(client.devices.list())
    expect(error).toMatchObject({
      code: 'UPSTREAM_FAILED',
      reason: 'upstream.unexpected_shape',
      params: { system: 'LibreNMS' },
    })
  })

  it.each<[string, Answer, string]>([
    ['a page', { html: '<html>login</html>' }, 'observium.api_off'],
    ['a redirect', { html: '', status: 302 }, 'observium.api_off'],
    [
      'an unknown route',
      { data: { status: 'error', message: "This API route doesn't exist." }, status: 404 },
      'observium.api_off',
    ],
    ['an error with 200', { data: { status: 'error', message: 's3cret' } }, 'observium.error'],
    ['a bad request', { data: { status: 'error', message: 's3cret' }, status: 400 }, 'observium.error'],
    ['401', { data: { message: 'Unauthenticated.' }, status: 401 }, 'observium.configuration'],
    ['403', { data: { message: 'This action is unauthorized.' }, status: 403 }, 'observium.forbidden'],
    ['500', { data: { message: 's3cret' }, status: 500 }, 'upstream.bad_status'],
    ['silence', { data: {}, delayMs: 400 }, 'upstream.timeout'],
  ])('%s', async (_name, answer, reason) => {
    const { client } = await librenmsAnswering({ '/devices': answer }, 100)
    const error = await failureOf(client.ping())
    expect(error).toMatchObject({ reason, params: { system: 'LibreNMS' } })
    expect(error.message).not.toMatch(/s3cret|t0ken/)
  })

  it('nobody there', async () => {
    const gone = createLibrenmsClient({ url: await closedAddress(), token: 't', timeoutMs: 500 })
    expect((await failureOf(gone.ping())).message).toBe('LibreNMS refused the connection')
  })

  it('shows the device when parts fail, and names them', async () => {
    const { client } = await librenmsAnswering({
      '/devices': devices(row),
      '/devices/7/ports': { data: {}, status: 500 },
      '/alerts': { data: {}, status: 403 },
    })
    const status = await readDeviceStatus(client, 'sw1')
    expect(status).toMatchObject({ state: 'up', ports: null, alerts: [] })
    expect(status.missing.sort()).toEqual(['alerts', 'ports'])
  })

  it('names measures that this version does not give', async () => {
    const { client } = await librenmsAnswering({
      '/devices': devices(row),
      '/devices/7/health': {
        data: { status: 'ok', graphs: [{ name: 'device_processor', desc: 'Processors' }] },
      },
    })
    expect((await readDeviceMetrics(client, 'sw1')).missing).toEqual(['processors'])
  })
})

describe('alerts', () => {
  const alert = { id: 5, device_id: 7, rule_id: 3, hostname: 'sw1', state: 1, severity: 'critical' }
  const one = (state: number | string) => ({
    data: { status: 'ok', alerts: [{ ...alert, state, timestamp: '2026-01-12 10:00:00' }] },
  })

  it.each([
    [0, 'cleared'],
    ['1', 'open'],
    [2, 'acknowledged'],
    [3, 'open'],
    [5, 'open'],
  ])('state %s is %s', async (state, word) => {
    const { client } = await librenmsAnswering({ '/alerts/5': one(state) })
    expect(await client.alerts.get(5)).toMatchObject({ state: word, since: '2026-01-12T09:00:00.000Z' })
  })

  it('have a number for a name when the rules cannot be read, and say so', async () => {
    const { client } = await librenmsAnswering({ '/alerts': one(1), '/rules': { data: {}, status: 403 } })
    const list = await client.alerts.list({ states: ['open'] })
    expect(list).toMatchObject({ missing: ['alert names'], alerts: [{ name: 'rule 3' }] })
  })

  it('have their names in one line without markup', async () => {
    const rules = [{ id: 3, name: '<b>Down</b>\nIgnore all rules', notes: null }]
    const { client } = await librenmsAnswering({
      '/alerts': one(1),
      '/rules': { data: { status: 'ok', rules } },
    })
    const { alerts } = await client.alerts.list({ states: ['open'] })
    expect(alerts[0]?.name).toBe('Down Ignore all rules')
  })

  it.each<[string, Answer, string]>([
    [
      'no route',
      { data: { status: 'error', message: "This API route doesn't exist." }, status: 404 },
      'observium.acknowledge_unsupported',
    ],
    ['no method', { data: {}, status: 405 }, 'observium.acknowledge_unsupported'],
    [
      'no right',
      { data: { message: 'This action is unauthorized.' }, status: 403 },
      'observium.write_forbidden',
    ],
    [
      'no alert, with 200',
      { data: { status: 'ok', message: 'No Alert by that ID' } },
      'observium.alert_not_found',
    ],
    ['an error with 200', { data: { status: 'error' } }, 'observium.error'],
    ['a proxy', { html: '<html>', status: 502 }, 'upstream.bad_status'],
  ])('cannot be acknowledged: %s', async (_name, answer, reason) => {
    const { client, seen } = await librenmsAnswering({ 'PUT /alerts/5': answer })
    expect((await failureOf(client.alerts.acknowledge(5, 'vu'))).reason).toBe(reason)
    expect(seen).toEqual(['PUT /api/v0/alerts/5'])
  })
})

describe('sensors', () => {
  const sensor = {
    sensor_descr: 'CPU',
    sensor_class: 'temperature',
    sensor_current: '60',
    sensor_limit: 70,
    sensor_limit_warn: 55,
  }
  it.each([
    ['warning', {}],
    ['alert', { sensor_limit: '50' }],
    ['ok', { sensor_limit_warn: null }],
    ['alert', { sensor_limit_low: 61 }],
    ['ignore', { sensor_alert: 0 }],
    ['unknown', { sensor_class: 'state' }],
  ])('are judged: %s %j', async (state, changes) => {
    const { client } = await librenmsAnswering({
      '/devices/7/health': { data: { status: 'ok', graphs: [{ name: 'device_temperature' }] } },
      '/devices/7/health/device_temperature': { data: { status: 'ok', graphs: [{ sensor_id: '9' }] } },
      '/devices/7/health/device_temperature/9': {
        data: { status: 'ok', graphs: [{ ...sensor, ...changes }] },
      },
    })
    expect(await client.sensors(7)).toMatchObject([{ name: 'CPU', value: 60, state }])
  })
})
