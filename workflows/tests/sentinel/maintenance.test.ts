import { MaintenancePlaces, MaintenanceWindow } from '@hub/contracts'
import { seedDemoUsers } from '@hub/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

const password = 'Test-password-2026'
const host = 'SWITCH-MUSIC-001'
let sentinel: SentinelLab
beforeAll(async () => {
  sentinel = await startSentinelLab()
  await seedDemoUsers(String(sentinel.lab.env.DATABASE_URL), password)
}, 120_000)
afterAll(() => sentinel?.close())

async function send(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const answer = await fetch(new URL(path, sentinel.webhook.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`HTTP ${answer.status}: ${text}`)
  return JSON.parse(text)
}

/** A notification as Observium sends it. */
async function notify(state: 'ALERT' | 'RECOVER', at: Date): Promise<void> {
  const { url, token } = sentinel.webhook
  const tags = {
    ALERT_STATE: state,
    ALERT_STATUS: state === 'RECOVER' ? '1' : '0',
    ALERT_SEVERITY: 'Critical',
    ALERT_UNIXTIME: String(Math.floor(at.getTime() / 1_000)),
    ALERT_ID: '71',
    ALERT_MESSAGE: 'Device down',
    METRICS: `device_status = ${state === 'RECOVER' ? 1 : 0}`,
    DEVICE_HOSTNAME: host,
    ENTITY_NAME: host,
    ENTITY_TYPE: 'device',
    TITLE: `${state}: ${host}`,
  }
  await send(url, tags, { authorization: token })
  await sentinel.untilHandled()
}

it('opens nothing during a maintenance that was planned through the API, and looks again once it is ended', async () => {
  const { db } = sentinel
  const { token } = (await send('/api/auth/login', { login: 'abenali', password })) as { token: string }
  const signed = { authorization: `Bearer ${token}` }
  const base = '/api/workflows/maintenance'
  const now = Date.now()
  // What hangs from what is read with the first notification.
  await notify('RECOVER', new Date(now - 60_000))
  const { sites } = MaintenancePlaces.parse(await send(`${base}/places`, undefined, signed))
  expect(sites.find(({ devices }) => devices.includes(host))).toMatchObject({ client: 'EHPAD Music Art' })

  const window = {
    label: 'Firmware',
    startsAt: new Date(now - 60_000).toISOString(),
    endsAt: new Date(now + 4 * 3_600_000).toISOString(),
    devices: [host.toLowerCase()],
    by: 'us',
  }
  const { id } = MaintenanceWindow.parse(await send(base, window, signed))
  await notify('ALERT', new Date())
  sentinel.pass(10)
  await sentinel.untilHandled()
  const rules = await db.incomingAlert.findMany({ where: { heldUntil: { not: null } } })
  expect(rules).toMatchObject([{ decision: { rule: 'maintenance' } }])
  expect(await db.incident.count()).toBe(0)

  await send(`${base}/${id}/end`, {}, signed)
  await sentinel.untilIncident({ cause: { kind: 'device', device: host } })
}, 120_000)
