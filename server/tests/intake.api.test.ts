import { createHmac } from 'node:crypto'
import { AlertAccepted } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const secret = 'a-webhook-secret-of-the-tests'
let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub({
    withoutWorkflows: true,
    env: { OBSERVIUM_WEBHOOK_SECRET: secret, GLPI_WEBHOOK_SECRET: secret },
  })
})
afterAll(() => hub?.close())

const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const res = await fetch(`${hub.url}/api/workflows/webhook/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body,
  })
  return { status: res.status, body: (await res.json()) as Record<string, unknown> }
}
const alert = (id: number, more: object = {}) =>
  JSON.stringify({ ALERT_STATE: 'ALERT', ALERT_ID: String(id), ALERT_UNIXTIME: 1_767_706_212, ...more })
const observium = (body: string, authorization = secret) =>
  post('observium', body, { Authorization: authorization })

describe('a notification of Observium', () => {
  it('is kept before it is answered, with the words that every transport takes for success', async () => {
    const { status, body } = await observium(alert(1))
    expect(status).toBe(200)
    const { alertId, ...rest } = AlertAccepted.parse(body)
    expect(rest).toEqual({ status: 'successful', message: 'SUCCESS', duplicate: false })
    const kept = await hub.db.incomingAlert.findUniqueOrThrow({ where: { id: alertId } })
    expect(kept).toMatchObject({ source: 'observium', handledAt: null, body: { ALERT_ID: '1' } })
  })

  it('is one however often it is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => observium(alert(2))))
    expect(new Set(answers.map(({ body }) => body.alertId)).size).toBe(1)
    expect(answers.filter(({ body }) => body.duplicate === false)).toHaveLength(1)
    expect((await observium(alert(2, { ALERT_STATE: 'RECOVER' }))).body.duplicate).toBe(false)
  })

  it('comes with its secret as each transport sends it, and is refused without', async () => {
    const basic = `Basic ${Buffer.from(`observium:${secret}`).toString('base64')}`
    for (const authorization of [secret, `AccessKey ${secret}`, `Bearer ${secret}`, basic])
      expect(await observium(alert(3), authorization)).toMatchObject({ status: 200 })
    for (const authorization of ['', 'wrong', `${secret}x`, 'Basic !!', 'Bearer'])
      expect(await observium(alert(4), authorization)).toMatchObject({ status: 401 })
    expect(await hub.db.incomingAlert.count({ where: { body: { path: ['ALERT_ID'], equals: '4' } } })).toBe(0)
  })

  it('may be two megabytes large and hold what a database cannot, but must be a JSON object', async () => {
    const graph = 'x'.repeat(1_900_000)
    const { body } = await observium(alert(5, { ENTITY_GRAPH_BASE64: graph, TITLE: 'a\0b\ud800' }))
    const kept = await hub.db.incomingAlert.findUniqueOrThrow({ where: { id: String(body.alertId) } })
    expect(kept.body).not.toHaveProperty('ENTITY_GRAPH_BASE64')
    expect(kept.body).toMatchObject({ TITLE: 'ab�' })
    for (const wrong of ['', '[]', '"x"', '{"a":', 'null'])
      expect(await observium(wrong)).toMatchObject({ status: 400, body: { error: { reason: 'body.json' } } })
    expect(await observium(alert(6, { TITLE: 'x'.repeat(2_100_000) }))).toMatchObject({ status: 413 })
  })

  it('is kept in a burst of a thousand', async () => {
    const before = await hub.db.incomingAlert.count()
    const all = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => observium(alert(10_000 + index))),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1_000)
    expect(await hub.db.incomingAlert.count()).toBe(before + 1_000)
  })

  it('meets a closed door where no secret is configured', async () => {
    expect(await post('librenms', '{}', { Authorization: secret })).toMatchObject({ status: 404 })
  })
})

describe('a webhook of GLPI', () => {
  const glpi = (event: string, id: number, change: { at?: number; key?: string; entity?: unknown } = {}) => {
    const body = JSON.stringify({ event, item: { id, name: 'Imprimante', entity: change.entity } })
    const at = String(change.at ?? Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', change.key ?? secret)
      .update(body + at)
      .digest('hex')
    return post('glpi', body, { 'X-GLPI-signature': signature, 'X-GLPI-timestamp': at })
  }

  it('starts the run of a new ticket, once', async () => {
    expect(await glpi('new', 4321)).toMatchObject({ status: 200, body: { ticketId: 4321, duplicate: false } })
    expect(await glpi('new', 4321)).toMatchObject({ body: { duplicate: true } })
    expect(await glpi('update', 4322)).toMatchObject({ body: { duplicate: true } })
    const runs = await hub.db.workflowRun.findMany({ select: { id: true, state: true, ticketId: true } })
    expect(runs).toEqual([{ id: 'support:4321', state: 'queued', ticketId: 4321 }])
  })

  it.each([
    [{ id: 12, name: 'Music Art', completename: 'WIDIP > EHPAD Music Art' }, 'EHPAD Music Art'],
    [{ id: 12, completename: 'WIDIP &gt; Groupe &#62; Site' }, 'Groupe > Site'],
    [{ id: 12, name: 'EHPAD Music Art' }, 'EHPAD Music Art'],
    [12, '-'],
    [undefined, '-'],
  ])('gives the run the turn of its client: %j', async (entity, turn) => {
    const id = nextTicket++
    expect(await glpi('new', id, { entity })).toMatchObject({ status: 200, body: { duplicate: false } })
    expect(await hub.db.workflowRun.findUnique({ where: { id: `support:${id}` } })).toMatchObject({ turn })
  })
  let nextTicket = 7_000

  it('is refused with a wrong or an old signature, and without an item', async () => {
    expect(await glpi('new', 1, { key: 'another-secret-of-the-tests' })).toMatchObject({ status: 401 })
    expect(await glpi('new', 1, { at: 1_600_000_000 })).toMatchObject({ status: 401 })
    expect(await glpi('new', -1)).toMatchObject({ status: 400, body: { error: { reason: 'webhook.item' } } })
  })
})
