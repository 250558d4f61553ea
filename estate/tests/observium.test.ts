import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Estate, startEstate } from '../src/index.ts'

let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.close())

type Row = Record<string, string | null>
type Reply = { status: string; count: number } & Record<string, unknown>

const basic = () => {
  const { user, password } = estate.observium
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

async function call(path: string, init: RequestInit = {}, authorization = basic()) {
  const response = await fetch(`${estate.observium.url}/api/v0${path}`, {
    ...init,
    headers: { authorization },
  })
  const isJson = response.headers.get('content-type')?.includes('json')
  const text = await response.text()
  return { status: response.status, isJson, body: (isJson ? JSON.parse(text) : text) as Reply }
}

async function rows(path: string, key: string): Promise<Row[]> {
  const { body } = await call(path)
  return Object.values((body[key] ?? {}) as Record<string, Row>)
}

describe('access', () => {
  it('takes Basic and Bearer, and answers others with a page', async () => {
    expect((await call('/devices/?pagesize=1')).status).toBe(200)
    expect((await call('/devices/?pagesize=1', {}, `Bearer ${estate.observium.token}`)).status).toBe(200)
    const refused = await call('/devices/', {}, 'Bearer nope')
    expect([refused.status, refused.isJson]).toEqual([401, false])
  })

  it('lets a read-only token read only', async () => {
    const bearer = `Bearer ${estate.observium.readOnlyToken}`
    expect((await call('/alerts/', {}, bearer)).status).toBe(200)
    expect((await call('/alerts/4001/', { method: 'PUT', body: '{}' }, bearer)).status).toBe(403)
  })

  it('throttles after ten failures', async () => {
    const other = await startEstate()
    const attempt = () => fetch(`${other.observium.url}/api/v0/devices/`).then((response) => response.status)
    const statuses = []
    for (let turn = 0; turn < 11; turn += 1) statuses.push(await attempt())
    expect([statuses[9], statuses[10]]).toEqual([401, 429])
    await other.close()
  })

  it('shows the login page with 200 for a wrong path and without the API', async () => {
    const wrong = await fetch(`${estate.observium.url}/api/v1/devices/`)
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    estate.observium.setApiEnabled(false)
    expect(await call('/devices/')).toMatchObject({ status: 200, isJson: false })
    estate.observium.setApiEnabled(true)
  })
})

describe('collections', () => {
  it('are objects keyed by id, with text values and credential columns', async () => {
    const { body } = await call('/devices/?hostname=SWITCH-CLIN-STJEAN')
    expect(body).toMatchObject({ status: 'ok', count: 1 })
    const [[id, device] = []] = Object.entries(body.devices as Record<string, Row>)
    expect(device).toMatchObject({ device_id: id, status: '1', location: 'Montpellier - Bâtiment principal' })
    expect(Math.floor(Number(device?.uptime) / 86_400)).toBe(45)
    expect(Object.values(device ?? {}).every((value) => value === null || typeof value === 'string')).toBe(
      true,
    )
    expect(estate.observium.deviceSecrets()).toContain(device?.snmp_community)
  })

  it('are an empty array when nothing matches', async () => {
    expect((await call('/devices/?hostname=NOPE')).body).toEqual({ status: 'ok', count: 0, devices: [] })
  })

  it('filter with wildcards and comma lists, and trim columns', async () => {
    const like = await rows('/devices/?hostname=SWITCH-CLIN-0*&fields=hostname', 'devices')
    expect(like).toEqual([
      { hostname: 'SWITCH-CLIN-001' },
      { hostname: 'SWITCH-CLIN-002' },
      { hostname: 'SWITCH-CLIN-003' },
    ])
    const percent = await rows('/devices/?location=%25Bâtiment%25&fields=device_id', 'devices')
    expect(percent.length).toBeGreaterThan(4)
    const ids = percent.slice(0, 2).map((row) => row.device_id)
    expect(await rows(`/devices/?device_id=${ids.join(',')}`, 'devices')).toHaveLength(2)
    expect(await rows('/devices/?status=0&fields=hostname', 'devices')).toEqual([
      { hostname: 'SWITCH-VIDOURLE-003' },
    ])
  })

  it('page from 1 and count what matched', async () => {
    const { body: first } = await call('/devices/?type=firewall&pagesize=5&pageno=1')
    const { body: second } = await call('/devices/?type=firewall&pagesize=5&pageno=2')
    expect(first.count).toBeGreaterThan(10)
    expect(second.count).toBe(first.count)
    const shared = Object.keys(Object(first.devices)).filter((id) => id in Object(second.devices))
    expect([Object.keys(Object(first.devices)).length, shared]).toEqual([5, []])
  })

  it('hold 24 of 24 ports up, one of them with errors, and the neighbours', async () => {
    const host = 'hostname=SWITCH-CLIN-STJEAN'
    expect(await rows(`/ports/?${host}`, 'ports')).toHaveLength(24)
    expect(await rows(`/ports/?${host}&state=up`, 'ports')).toHaveLength(24)
    const [noisy] = await rows(`/ports/?${host}&errors=yes`, 'ports')
    expect(noisy).toMatchObject({ ifAlias: 'Plateau technique - consoles imagerie' })
    expect(Number(noisy?.ifInErrors_rate)).toBeGreaterThan(1)
    const neighbours = await rows(`/neighbours/?${host}`, 'neighbours')
    expect(neighbours.map((row) => row.remote_hostname)).toContain('FW-CLIN-STJEAN')
  })

  it('serve processors, memory, storage and sensors', async () => {
    const id = (await rows('/devices/?hostname=FW-CLIN-STJEAN', 'devices'))[0]?.device_id
    for (const table of ['processors', 'mempools', 'storage', 'sensors']) {
      expect(await rows(`/${table}/?device_id=${id}`, table)).toHaveLength(1)
    }
  })
})

describe('single items', () => {
  it('come under a singular key, devices also by hostname', async () => {
    const { body } = await call('/devices/SWITCH-MUSIC-001/')
    expect(body).toMatchObject({ status: 'ok', device: { hostname: 'SWITCH-MUSIC-001' } })
  })

  it('answer 404 when unknown', async () => {
    expect(await call('/devices/999999/')).toMatchObject({ status: 404, body: { status: 'error' } })
    expect((await call('/nothing/')).status).toBe(404)
  })
})

describe('alerts', () => {
  it('carry a second JSON in state and the names when expanded', async () => {
    const alerts = await rows('/alerts/?status=failed&expand_entities=1', 'alerts')
    const down = alerts.find((alert) => alert.alert_name === 'Device Down')
    expect(down).toMatchObject({
      hostname: 'SWITCH-VIDOURLE-003',
      alert_status: '0',
      status: 'FAILED',
      entity_type: 'device',
    })
    expect(JSON.parse(String(down?.state))).toMatchObject({ metrics: { device_status: '0' } })
    expect(alerts.length).toBeGreaterThanOrEqual(4)
    expect(await rows('/alerts/?status=delayed', 'alerts')).toHaveLength(1)
  })

  it('are acknowledged by PUT and then suppressed', async () => {
    const [alert] = await rows('/alerts/?status=failed&entity_type=storage', 'alerts')
    const path = `/alerts/${alert?.alert_table_id}/`
    const put = (body: unknown) => call(path, { method: 'PUT', body: JSON.stringify(body) })
    expect(await put({ ignore_until_ok: '1' })).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect((await call(path)).body).toMatchObject({
      alert: { ignore_until_ok: '1', alert_status: '3', status: 'SUPPRESSED' },
    })
    expect((await put({ nothing: 1 })).status).toBe(400)
    const check = await call(`/alert_checks/${alert?.alert_test_id}/`)
    expect(check.body).toMatchObject({ alert_check: { alert_name: 'Storage Full' } })
  })
})
