import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

let sentinel: SentinelLab
beforeEach(async () => {
  sentinel = await startSentinelLab()
}, 120_000)
afterEach(() => sentinel?.close())

interface Told {
  state: 'ALERT' | 'RECOVER' | 'ALERT REMINDER'
  host: string
  at: number
  more?: Record<string, string>
}

/** A notification as Observium sends it, at a time of its own. */
const tags = ({ state, host, at, more = {} }: Told) => ({
  ALERT_STATE: state,
  ALERT_STATUS: state === 'RECOVER' ? '1' : '0',
  ALERT_SEVERITY: 'Critical',
  ALERT_UNIXTIME: String(Math.floor(at / 1000)),
  ALERT_ID: `7${host.length}`,
  ALERT_MESSAGE: 'Device down',
  METRICS: `device_status = ${state === 'RECOVER' ? 1 : 0}`,
  DEVICE_HOSTNAME: host,
  ENTITY_NAME: host,
  ENTITY_TYPE: 'device',
  TITLE: `${state}: ${host}`,
  ...more,
})

async function send(body: unknown): Promise<number> {
  const { url, token } = sentinel.webhook
  const headers = { 'content-type': 'application/json', authorization: token }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.status
}

/** A sender whose connection breaks, a thousand at once on a busy machine, sends again as Observium does. */
async function sendAgain(body: unknown): Promise<number> {
  try {
    return await send(body)
  } catch (err) {
    if (!(err instanceof TypeError)) throw err
    return sendAgain(body)
  }
}

const rows = () => sentinel.db.incomingAlert.findMany({ orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] })
const rules = async () =>
  (await rows()).map(({ decision }) => (decision as { rule: string } | null)?.rule).toSorted()

it('keeps what it cannot read with its problem, and goes on with the rest', async () => {
  expect(await send({ hello: 'world' })).toBe(200)
  const at = sentinel.ctx.clock.now().getTime()
  expect(await send(tags({ state: 'ALERT', host: 'SWITCH-MUSIC-001', at }))).toBe(200)
  await sentinel.untilHandled()
  const [unread, held] = await rows()
  expect(unread).toMatchObject({ body: { hello: 'world' }, problem: expect.stringContaining('ALERT_STATE') })
  expect(held).toMatchObject({ problem: null, decision: { rule: 'settling' } })
}, 120_000)

it('knows a notification again that comes twice, with other words or later', async () => {
  const at = sentinel.ctx.clock.now().getTime()
  const host = 'SWITCH-MUSIC-001'
  const alert = tags({ state: 'ALERT', host, at })
  expect(await send(alert)).toBe(200)
  expect(await send(alert)).toBe(200)
  expect(await send({ ...alert, ALERT_COLOR: '#D94640' })).toBe(200)
  await sentinel.untilHandled()
  expect(await rules()).toEqual(['duplicate', 'settling'])
  sentinel.pass(3)
  await sentinel.untilIncident({ phase: 'failing' })
  expect(await send({ ...alert, ALERT_COLOR: '#000000' })).toBe(200)
  await sentinel.untilHandled()
  expect(await rules()).toEqual(['duplicate', 'duplicate', 'new_cause'])
  expect(await sentinel.db.incident.count()).toBe(1)
  // One of them came while the first was held: it belongs to the incident all the same.
  expect(new Set((await rows()).map(({ runId }) => runId)).size).toBe(1)
  expect(await sentinel.db.workflowRun.count({ where: { workflow: 'sentinel' } })).toBe(1)
}, 120_000)

it('opens nothing for an alert that its recovery overtakes', async () => {
  const at = sentinel.ctx.clock.now().getTime()
  const host = 'SWITCH-MUSIC-001'
  await send(tags({ state: 'RECOVER', host, at: at + 30_000 }))
  await send(tags({ state: 'ALERT', host, at }))
  sentinel.pass(5)
  await sentinel.untilHandled()
  expect(await rules()).toEqual(['already_over', 'nothing_open'])
  expect(await sentinel.db.incident.count()).toBe(0)
}, 120_000)

it('holds what is planned, and sees it again once that is over', async () => {
  const { db, ctx } = sentinel
  const now = ctx.clock.now().getTime()
  const host = 'SWITCH-MUSIC-001'
  await db.maintenanceWindow.create({
    data: {
      label: 'Firmware',
      startsAt: new Date(now - 60_000),
      endsAt: new Date(now + 10 * 60_000),
      devices: [host],
      by: 'us',
    },
  })
  await send(tags({ state: 'ALERT', host, at: now }))
  sentinel.pass(8)
  await sentinel.untilHandled()
  expect(await rules()).toEqual(['maintenance'])
  expect(await db.incident.count()).toBe(0)
  sentinel.pass(8)
  await sentinel.untilIncident({ cause: { kind: 'device', device: host } })
}, 120_000)

it('keeps a burst of a thousand in one incident', async () => {
  const { db, ctx } = sentinel
  const at = ctx.clock.now().getTime()
  const host = 'ROUTEUR-MUSIC'
  const burst = Array.from({ length: 1_000 }, (_, index) =>
    tags({
      state: index === 0 ? 'ALERT' : 'ALERT REMINDER',
      host,
      at: at + index * 50,
      more: { N: String(index) },
    }),
  )
  const answers = await Promise.all(burst.map(sendAgain))
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(await db.incomingAlert.count()).toBe(1_000)
  sentinel.pass(3)
  await sentinel.untilIncident({ phase: 'failing', ticketId: expect.any(Number) })
  await sentinel.untilHandled()
  expect(await db.incident.count()).toBe(1)
  const [first] = await db.incident.findMany()
  expect(await db.incomingAlert.count({ where: { runId: `sentinel:${first?.id}` } })).toBe(1_000)
}, 120_000)
