import { afterEach, describe, expect, it } from 'vitest'
import { createObserviumClient } from '../src/systems/observium/index.ts'
import { readDeviceStatus } from '../src/systems/observium/read-device-status.ts'
import { failureOf } from './expect-failure.ts'
import { type LyingServer, sendJson, startLyingServer } from './lying-server.ts'

let server: LyingServer
afterEach(() => server.close())

/** An Observium that answers each collection as told; the others are empty. */
async function observiumAnswering(answers: Record<string, { data: unknown; status?: number }>) {
  server = await startLyingServer((request, response) => {
    const collection = /\/api\/v0\/(\w+)\//.exec(request.url ?? '')?.[1] ?? ''
    const answer = answers[`${request.method} ${collection}`] ??
      answers[collection] ?? { data: { status: 'ok', count: 0, [collection]: [] } }
    sendJson(response, answer.data, answer.status)
  })
  return createObserviumClient({ url: server.url, auth: { token: 't' }, timeoutMs: 1_000 })
}

const row = { device_id: '277', hostname: 'sw1', status: '1', snmp_community: 's3cret', uptime: '12' }

describe('every way of writing a collection', () => {
  it.each([
    ['an object by id', { devices: { 277: row } }],
    ['a list', { devices: [row] }],
    ['the singular key', { device: row }],
    ['numbers as numbers', { devices: [{ ...row, device_id: 277, status: 1, uptime: 12 }] }],
  ])('%s', async (_name, data) => {
    const observium = await observiumAnswering({ devices: { data: { status: 'ok', count: '1', ...data } } })
    const status = await readDeviceStatus(observium, 'sw1')
    expect(status).toMatchObject({ deviceId: 277, state: 'up', uptimeSeconds: 12 })
    expect(JSON.stringify(status)).not.toContain('s3cret')
  })

  it.each([
    [{ status: 'ok', count: 0 }, 200],
    [{ status: 'ok', count: 0, devices: null }, 200],
    [{ status: 'error', message: 'none' }, 404],
  ])('none: %j (%i)', async (data, status) => {
    const observium = await observiumAnswering({ devices: { data, status } })
    expect((await failureOf(observium.devices.find('sw1'))).code).toBe('NOT_FOUND')
  })
})

describe('an Observium that lies', () => {
  it.each([
    ['a text', { status: 'ok', devices: 'sw1' }],
    ['nothing although it counts', { status: 'ok', count: 3 }],
    ['a row without id', { status: 'ok', devices: [{ hostname: 'sw1' }] }],
    ['a list', []],
    ['a bare true', true],
  ])('%s', async (_name, data) => {
    const observium = await observiumAnswering({ devices: { data } })
    const error = await failureOf(observium.devices.find('sw1'))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'upstream.unexpected_shape' })
  })

  it('an error with status 200', async () => {
    const observium = await observiumAnswering({ devices: { data: { status: 'failed', message: 'secret' } } })
    const error = await failureOf(observium.devices.find('sw1'))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'observium.error' })
    expect(error.message).not.toContain('secret')
  })

  it('several devices of one sysName are refused with their names', async () => {
    const devices = [1, 2, 3, 4, 5, 6, 7].map((id) => ({
      ...row,
      device_id: id,
      hostname: `sw${id}`,
      sysName: 'CORE',
    }))
    const observium = await observiumAnswering({ devices: { data: { status: 'ok', devices } } })
    const error = await failureOf(observium.devices.find('core'))
    expect(error).toMatchObject({ code: 'VALIDATION', reason: 'observium.device_ambiguous' })
    expect(error.params.candidates).toBe('sw1, sw2, sw3, sw4, sw5, ...')
  })

  it('an alert with a broken state, markup and no severity', async () => {
    const alert = {
      alert_table_id: '4711',
      alert_test_id: '12',
      alert_name: '<b>Down</b>',
      alert_message: 'Device &amp; down',
    }
    const state = JSON.stringify({ failed: [{ metric: 'device_status', condition: 'equals', value: 0 }] })
    const alerts = [
      { ...alert, state: '{"failed":[' },
      { ...alert, alert_table_id: 4712, state, last_changed: '1768208100' },
    ]
    const observium = await observiumAnswering({
      devices: { data: { status: 'ok', devices: [row] } },
      alerts: { data: { status: 'ok', alerts } },
    })
    const status = await readDeviceStatus(observium, 'sw1')
    expect(status.alerts).toEqual([
      { alertId: 4711, name: 'Down', message: 'Device & down', entity: null, severity: null, since: null },
      {
        alertId: 4712,
        name: 'Down',
        message: 'Device & down: device_status equals 0',
        entity: null,
        severity: null,
        since: '2026-01-12T08:55:00.000Z',
      },
    ])
  })
})

describe('an acknowledgement', () => {
  it.each([
    [404, { status: 'error', message: 'Not found' }, 'observium.acknowledge_unsupported'],
    [405, { status: 'error', message: 'Method not allowed' }, 'observium.acknowledge_unsupported'],
    [501, {}, 'observium.acknowledge_unsupported'],
    [403, { status: 'error', message: 'read-only' }, 'observium.write_forbidden'],
    [401, {}, 'observium.configuration'],
    [200, { status: 'failed', message: 's3cret' }, 'observium.error'],
    [500, {}, 'upstream.bad_status'],
  ])('answered with %i %j', async (status, data, reason) => {
    const observium = await observiumAnswering({ 'PUT alerts': { data, status } })
    const error = await failureOf(observium.alerts.acknowledge(4711, undefined))
    expect(error.reason).toBe(reason)
    expect(error.message).not.toContain('s3cret')
  })

  it('counts at once, also by a date that is not over', async () => {
    const alert = { alert_table_id: '1', device_id: '277', alert_status: '0' }
    const alerts = [
      { ...alert, ignore_until_ok: '1' },
      { ...alert, alert_table_id: '2', ignore_until: '2999-01-01 00:00:00' },
      { ...alert, alert_table_id: '3', ignore_until: '2020-01-01 00:00:00' },
      { ...alert, alert_table_id: '4', alert_status: '3' },
      { ...alert, alert_table_id: '5', alert_status: '2' },
    ]
    const observium = await observiumAnswering({ alerts: { data: { status: 'ok', alerts } } })
    const states = ['open', 'acknowledged', 'suppressed', 'delayed'] as const
    const { alerts: read } = await observium.alerts.list({ states })
    // The server gives the same rows whatever status is asked for: each alert is told once all the same.
    expect(read.map(({ id, state }) => [id, state])).toEqual([
      [1, 'acknowledged'],
      [2, 'acknowledged'],
      [3, 'open'],
      [4, 'suppressed'],
      [5, 'delayed'],
    ])
  })
})

describe('a large installation', () => {
  /** Answers the pages of so many devices, as the real API does. */
  async function observiumWith(total: number) {
    const pages: number[] = []
    server = await startLyingServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://x').searchParams
      const [size, page] = [Number(query.get('pagesize')), Number(query.get('pageno'))]
      pages.push(page)
      const start = (page - 1) * size
      const count = Math.max(0, Math.min(size, total - start))
      const devices = Object.fromEntries(
        Array.from({ length: count }, (_, index) => {
          const id = String(start + index + 1)
          return [id, { ...row, device_id: id, hostname: `sw${id}` }]
        }),
      )
      sendJson(response, { status: 'ok', count: total, devices })
    })
    return { pages, observium: createObserviumClient({ url: server.url, auth: { token: 't' } }) }
  }

  it.each([
    [499, [1], true],
    [500, [1, 2], true],
    [1_203, [1, 2, 3], true],
    [5_200, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false],
  ])('of %i devices is read in pages', async (total, expected, complete) => {
    const { pages, observium } = await observiumWith(total)
    const list = await observium.devices.list()
    expect(pages).toEqual(expected)
    expect(list.complete).toBe(complete)
    expect(new Set(list.devices.map(({ id }) => id)).size).toBe(Math.min(total, 5_000))
  })
})
