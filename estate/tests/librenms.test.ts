import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Estate, startEstate } from '../src/index.ts'

let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.close())

type Row = Record<string, string | number | null>
type Reply = { status?: string; message?: string; count?: number } & Record<string, unknown>

async function call(path: string, { method = 'GET', body = '', token = estate.librenms.token } = {}) {
  const response = await fetch(`${estate.librenms.url}/api/v0${path}`, {
    method,
    redirect: 'manual',
    headers: { 'x-auth-token': token },
    ...(body !== '' && { body }),
  })
  return { status: response.status, body: (await response.json()) as Reply }
}

async function rows(path: string, key: string): Promise<Row[]> {
  return ((await call(path)).body[key] ?? []) as Row[]
}

describe('access', () => {
  it('takes the token in either header and refuses others in the words of the framework', async () => {
    expect((await call('/system')).body).toMatchObject({ status: 'ok', count: 1 })
    const bearer = await fetch(`${estate.librenms.url}/api/v0/system`, {
      headers: { authorization: `Bearer ${estate.librenms.token}` },
    })
    expect(bearer.status).toBe(200)
    await bearer.arrayBuffer()
    expect(await call('/devices', { token: 'nope' })).toEqual({
      status: 401,
      body: { message: 'Unauthenticated.' },
    })
  })

  it('lets a read-only token read only', async () => {
    const token = estate.librenms.readOnlyToken
    expect((await call('/alerts', { token })).status).toBe(200)
    expect((await call('/alerts/1', { token, method: 'PUT', body: '{}' })).status).toBe(403)
  })

  it('knows its routes and sends a browser to its login', async () => {
    expect(await call('/nothing')).toMatchObject({ status: 404, body: { status: 'error' } })
    const page = await fetch(`${estate.librenms.url}/overview`, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([302, '/librenms/login'])
  })
})

describe('devices', () => {
  it('are those of the demo Observium, with numbers as numbers and their credentials', async () => {
    const devices = await rows('/devices', 'devices')
    expect(devices).toHaveLength(estate.observium.rows('devices').length)
    const [known] = await rows('/devices/SWITCH-CLIN-STJEAN', 'devices')
    expect(known).toMatchObject({ hostname: 'SWITCH-CLIN-STJEAN', status: 1, status_reason: '', ignore: 0 })
    expect(estate.observium.deviceSecrets()).toContain(known?.community)
    const [down] = await rows('/devices?type=down', 'devices')
    expect(down).toMatchObject({ status: 0, status_reason: 'icmp' })
  })

  it('are searched by LIKE, and an unknown type lists all', async () => {
    const found = await rows('/devices?type=hostname&query=clin-st_ean', 'devices')
    expect(found.map((device) => device.hostname)).toContain('SWITCH-CLIN-STJEAN')
    expect(await rows('/devices?type=nonsense&query=x', 'devices')).toHaveLength(
      (await rows('/devices', 'devices')).length,
    )
    expect((await call('/devices/NOWHERE')).status).toBe(404)
  })

  it('have ports by column, links or a 404, and health in three steps', async () => {
    const [device] = await rows('/devices/ROUTEUR-CLIN-STJEAN', 'devices')
    const path = `/devices/${device?.device_id}`
    expect(Object.keys((await rows(`${path}/ports`, 'ports'))[0] ?? {})).toEqual(['ifName'])
    expect(await call(`${path}/ports?columns=port_id,port_label`)).toMatchObject({
      status: 400,
      body: { message: 'Invalid columns: port_label' },
    })
    expect((await rows(`${path}/links`, 'links'))[0]).toMatchObject({ local_device_id: device?.device_id })
    expect((await call('/devices/NOWHERE/links')).status).toBe(404)
    const kinds = (await rows(`${path}/health`, 'graphs')).map(({ name }) => name)
    expect(kinds).toEqual(['device_temperature', 'device_processor', 'device_mempool', 'device_storage'])
    const [entry] = await rows(`${path}/health/device_processor`, 'graphs')
    const [row] = await rows(`${path}/health/device_processor/${entry?.sensor_id}`, 'graphs')
    expect(row?.processor_usage).toEqual(expect.any(Number))
    estate.librenms.setHealthValues(false)
    expect(await rows(`${path}/health/device_processor`, 'graphs')).toEqual([])
    estate.librenms.setHealthValues(true)
  })
})

describe('alerts', () => {
  const of = (state: string) => rows(`/alerts?state=${state}`, 'alerts')

  it('are one per rule and device, and only the open ones unless told', async () => {
    const open = await rows('/alerts', 'alerts')
    expect(open.length).toBeGreaterThan(2)
    expect(new Set(open.map(({ rule_id, device_id }) => `${rule_id} ${device_id}`)).size).toBe(open.length)
    expect(open.every(({ state }) => state === 1)).toBe(true)
    const rules = await rows('/rules', 'rules')
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(open.map(({ rule_id }) => rule_id)))
  })

  it('are acknowledged with a note, and then hidden from the default list', async () => {
    const [alert] = await rows('/alerts', 'alerts')
    const path = `/alerts/${alert?.id}`
    const body = JSON.stringify({ note: 'vu', until_clear: true })
    expect((await call(path, { method: 'PUT', body })).body.message).toBe('Alert has been acknowledged')
    expect(await rows(path, 'alerts')).toEqual([])
    expect((await of('2')).map(({ id }) => id)).toEqual([alert?.id])
    expect(estate.librenms.noteOf(Number(alert?.id))).toContain('vu')
    const unmuted = await call(`/alerts/unmute/${alert?.id}`, { method: 'PUT', body: '{}' })
    expect(unmuted.body.message).toBe('Alert has been unmuted')
    expect(await of('2')).toEqual([])
  })

  it('answer 200 for an id that is none', async () => {
    const answer = await call('/alerts/999999', { method: 'PUT', body: '{}' })
    expect(answer).toMatchObject({ status: 200, body: { message: 'No Alert by that ID' } })
    expect((await call('/alerts/abc', { method: 'PUT', body: '{}' })).status).toBe(400)
  })

  it('clear with the device', async () => {
    const cleared = (await of('0')).length
    await estate.play('switch-down', 'SWITCH-CLIN-002')
    await estate.play('switch-up', 'SWITCH-CLIN-002')
    expect(await of('0')).toHaveLength(cleared + 1)
  })
})
