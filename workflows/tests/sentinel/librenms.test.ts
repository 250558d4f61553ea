import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

let sentinel: SentinelLab
beforeAll(async () => {
  sentinel = await startSentinelLab()
}, 120_000)
afterAll(() => sentinel?.close())

const host = 'SWITCH-MUSIC-001'
const local = (at: Date) => at.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' })

/** A notification as the API transport of LibreNMS sends it. */
async function send(state: '0' | '1' | '2'): Promise<number> {
  const { url, token } = sentinel.webhook
  const body = {
    id: '4711',
    state,
    severity: 'critical',
    title: state === '0' ? 'Device Down! Due to no ICMP response. recovered' : 'Device Down!',
    name: 'Device Down! Due to no ICMP response.',
    rule: 'macros.device_down = 1 AND devices.status_reason = "icmp"',
    hostname: host,
    sysName: host,
    device_id: '12',
    timestamp: local(sentinel.ctx.clock.now()),
    msg: 'Device down',
  }
  const headers = { 'content-type': 'application/json', authorization: token }
  const to = url.replace('/observium', '/librenms')
  return (await fetch(to, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

it('follows a device that LibreNMS reports down and up again, to the closed ticket', async () => {
  const { estate, db, lab } = sentinel
  // LibreNMS watches the same devices; Observium tells nobody.
  estate.observium.setWebhook(undefined)
  await estate.play('switch-down', host)
  expect(await send('1')).toBe(200)
  await sentinel.untilHandled()
  sentinel.pass(3)
  const opened = await sentinel.untilIncident({ phase: 'failing', ticketId: expect.any(Number) })
  expect(opened.cause).toMatchObject({ kind: 'device', device: host })
  expect(await send('2')).toBe(200)
  await sentinel.untilHandled()
  const alerts = await db.incomingAlert.findMany({ orderBy: { receivedAt: 'asc' } })
  expect(alerts.map(({ source, runId }) => [source, runId])).toEqual([
    ['librenms', `sentinel:${opened.id}`],
    ['librenms', `sentinel:${opened.id}`],
  ])
  sentinel.pass(1)
  await estate.play('switch-up', host)
  expect(await send('0')).toBe(200)
  await sentinel.untilIncident({ phase: 'recovering' })
  sentinel.pass(12)
  const close = await sentinel.untilAsked('glpi_close_ticket')
  await lab.approve(close)
  await sentinel.untilRun(opened.id, { state: 'done', phase: 'closed', autoResolved: true })
  expect(estate.glpi.row('Ticket', Number(opened.ticketId))).toMatchObject({ status: 6 })
  expect(await db.incident.count()).toBe(1)
}, 180_000)
