import { approveRequest, cancelRequest, rejectRequest } from '@hub/safeguard'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Line } from '../src/notifications/outbox/send-due.ts'
import { type HttpReceiver, startHttpReceiver } from './harness/http-receiver.ts'
import { type NotifyLab, publicUrl, startNotifyLab, whsec } from './harness/notify-lab.ts'

let lab: NotifyLab
const receivers: HttpReceiver[] = []
beforeAll(async () => {
  lab = await startNotifyLab()
})
afterAll(async () => {
  for (const receiver of receivers) await receiver.close()
  await lab?.close()
})

const second = 1_000
const minute = 60 * second

async function open(more: Record<string, unknown> = {}): Promise<{ receiver: HttpReceiver; line: Line }> {
  const receiver = await startHttpReceiver()
  receivers.push(receiver)
  return { receiver, line: await lab.line(receiver.url, more) }
}

const stateOf = async ({ channel }: Line) => (await lab.deliveries(channel.name)).map(({ state }) => state)

it('begins with what happens after its first start, and tells it once, signed', async () => {
  await lab.ask()
  const { receiver, line } = await open()
  const { id } = await lab.ask()
  await lab.turn(line)
  await lab.turn(line)
  expect(receiver.received).toHaveLength(1)
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received
  const told = new Webhook(whsec).verify(body, headers as Record<string, string>)
  expect(told).toMatchObject({
    type: 'safeguard.new_request',
    data: {
      approvalId: id,
      level: 'L3',
      sentence: 'Reset the password of jean.dupont',
      client: 'EHPAD Les Jardins',
      ticketId: 1234,
      url: `${publicUrl}/safeguard/${id}`,
    },
  })
  expect(body).not.toMatch(/ARGUMENT-SECRET|DESCRIPTION-SECRET|[0-9a-f]{64}/)
})

it('tells a channel only of its kinds, levels and clients', async () => {
  const { receiver, line } = await open({
    minLevel: 'L4',
    clients: ['clinique saint-JEAN'],
    events: ['new_request'],
  })
  await lab.ask({ client: 'Clinique Saint-Jean' })
  await lab.ask({ level: 'L4', client: 'EHPAD Les Jardins' })
  await lab.ask({ level: 'L4', client: null })
  const { id: approvalId, digest } = await lab.ask({ level: 'L4', client: 'Clinique Saint-Jéan' })
  await cancelRequest(lab.gate, { approvalId, actor: lab.people.asks, input: { digest } })
  const wanted = await lab.ask({ level: 'L4', client: 'Clinique Saint-Jéan' })
  await lab.turn(line)
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.approvalId)).toEqual([wanted.id])
  expect(await lab.deliveries(line.channel.name)).toMatchObject([
    { state: 'given_up', lastError: 'not sent: the request is cancelled' },
    { state: 'sent' },
  ])
})

it('tries again after a 500 with the same id, and a fresh timestamp', async () => {
  const { receiver, line } = await open()
  receiver.script({ status: 500 }, { status: 200 })
  await lab.ask()
  await lab.turn(line)
  expect(await lab.deliveries(line.channel.name)).toMatchObject([{ state: 'waiting', lastError: 'HTTP 500' }])
  await lab.turn(line)
  expect(receiver.received).toHaveLength(1)
  lab.forward(7 * second)
  await lab.turn(line)
  expect(await stateOf(line)).toEqual(['sent'])
  const [first, again] = receiver.received
  expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(Number(again?.headers['webhook-timestamp'])).toBeGreaterThan(
    Number(first?.headers['webhook-timestamp']),
  )
})

it('waits as long as a 429 asks for, with all that waits', async () => {
  const { receiver, line } = await open()
  receiver.script({ status: 429, headers: { 'retry-after': '90' } }, { status: 200 })
  await lab.ask()
  await lab.ask()
  await lab.turn(line)
  lab.forward(80 * second)
  await lab.ask()
  await lab.turn(line)
  expect(receiver.received).toHaveLength(1)
  lab.forward(20 * second)
  await lab.turn(line)
  expect(receiver.received).toHaveLength(4)
  expect(await stateOf(line)).toEqual(['sent', 'sent', 'sent'])
})

it('tells a yes once it counts, with the name of who said it', async () => {
  const { receiver, line } = await open({ events: ['approved'] })
  const { id: approvalId, digest } = await lab.ask()
  await approveRequest(lab.gate, { approvalId, actor: lab.people.decides, input: { digest } })
  await lab.turn(line)
  expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    { type: 'safeguard.approved', data: { approvalId, state: 'approved', decidedBy: 'Person N3' } },
  ])
})

it('tells a change of the policy, which is about no request', async () => {
  const { receiver, line } = await open({ events: ['policy_changed'], minLevel: 'L4', clients: ['One'] })
  const at = lab.ctx.clock.now()
  await lab.db.event.create({
    data: { type: 'safeguard:policy_changed', at, data: { from: null, to: 'abc123' } },
  })
  await lab.turn(line)
  expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    { type: 'safeguard.policy_changed', data: { version: 'abc123' } },
  ])
})

it('tells a bad policy file unless the channel wants something else, and nothing that the file holds', async () => {
  const { receiver, line } = await open({ language: 'en' })
  const at = lab.ctx.clock.now()
  const data = { version: 'abc123', fileHash: 'def456', more: 'rule of the file' }
  await lab.db.event.create({ data: { type: 'safeguard:policy_problem', at, data } })
  await lab.turn(line)
  const [body, ...others] = receiver.received.map((one) => one.body)
  expect(others).toEqual([])
  expect(JSON.parse(String(body))).toMatchObject({
    type: 'safeguard.policy_problem',
    data: { version: 'abc123' },
  })
  expect(body).not.toContain('rule of the file')
})

it('does not say "please decide" when it is too late, and says why in the row', async () => {
  const { receiver, line } = await open()
  receiver.script({ status: 503 })
  await lab.ask()
  const late = await lab.ask()
  const input = { digest: late.digest, reason: 'not needed any more' }
  await lab.turn(line)
  await rejectRequest(lab.gate, {
    approvalId: late.id,
    actor: lab.people.decides,
    input,
  })
  lab.forward(7 * second)
  await lab.turn(line)
  lab.forward(61 * minute)
  await lab.turn(line)
  expect(receiver.received).toHaveLength(3)
  expect(await lab.deliveries(line.channel.name)).toMatchObject([
    { state: 'given_up', lastError: 'not sent: the request has expired; before: HTTP 503' },
    { state: 'given_up', lastError: 'not sent: the request is rejected; before: HTTP 503' },
  ])
})

it.each([
  ['404 no_service', { status: 404, body: 'no_service' }, 'HTTP 404 no_service'],
  ['403', { status: 403, body: 'you https://secret.example' }, 'HTTP 403'],
])('gives a message up at once after %s, and goes on with the next', async (_name, reply, lastError) => {
  const { receiver, line } = await open()
  receiver.script(reply, { status: 202 })
  await lab.ask()
  await lab.ask()
  await lab.turn(line)
  expect(await lab.deliveries(line.channel.name)).toEqual([
    { state: 'given_up', tries: 1, lastError },
    { state: 'sent', tries: 1, lastError: null },
  ])
})

it('leaves a receiver alone that is gone (410)', async () => {
  const { receiver, line } = await open()
  receiver.script({ status: 410 })
  await lab.ask()
  await lab.ask()
  await lab.turn(line)
  expect(receiver.received).toHaveLength(1)
  expect((await lab.deliveries(line.channel.name)).map(({ lastError }) => lastError)).toEqual([
    'HTTP 410',
    'channel disabled: HTTP 410',
  ])
})

it('follows no redirect', async () => {
  const elsewhere = await open()
  const { receiver, line } = await open()
  receiver.script({ status: 307, headers: { location: elsewhere.receiver.url } })
  await lab.ask()
  await lab.turn(line)
  expect(elsewhere.receiver.received).toHaveLength(0)
  expect(await lab.deliveries(line.channel.name)).toMatchObject([
    { state: 'waiting', lastError: 'HTTP 307: redirects are not followed' },
  ])
})

it('waits for a slow receiver, gives up on a hanging one, and believes the status of a broken answer', async () => {
  const slow = await open()
  const hanging = await open()
  const broken = await open()
  slow.receiver.script({ status: 200, afterMs: 2_000 })
  hanging.receiver.script({ status: 200, hang: 'answer' })
  broken.receiver.script({ status: 200, hang: 'body' })
  await lab.ask()
  await Promise.all([slow, hanging, broken].map(({ line }) => lab.turn(line)))
  expect(await stateOf(slow.line)).toEqual(['sent'])
  expect(await stateOf(broken.line)).toEqual(['sent'])
  expect(await lab.deliveries(hanging.line.channel.name)).toMatchObject([
    { state: 'waiting', lastError: 'no answer in time' },
  ])
}, 40_000)

it('tries again when nobody listens', async () => {
  const { receiver, line } = await open()
  await receiver.close()
  receivers.splice(receivers.indexOf(receiver), 1)
  await lab.ask()
  await lab.turn(line)
  expect(await lab.deliveries(line.channel.name)).toMatchObject([
    { state: 'waiting', lastError: 'ECONNREFUSED' },
  ])
})

it('sends no more per minute than allowed, a break-glass first', async () => {
  const { receiver, line } = await open({ perMinute: 2 })
  const rows = [await lab.ask(), await lab.ask(), await lab.ask()]
  const approvalId = String(rows[2]?.id)
  const data = { approvalId, displayName: 'Boss' }
  await lab.db.event.create({ data: { type: 'safeguard:break_glass', at: lab.ctx.clock.now(), data } })
  await lab.turn(line)
  await lab.turn(line)
  const types = () => receiver.received.map(({ body }) => JSON.parse(body).type)
  expect(types()).toEqual(['safeguard.break_glass', 'safeguard.new_request'])
  lab.forward(61 * second)
  await lab.turn(line)
  expect(types()).toHaveLength(4)
})

it('finds an event that was committed after one with a higher id', async () => {
  const { receiver, line } = await open()
  const late = await lab.ask()
  const [event] = await lab.db.event.findMany({ orderBy: { id: 'desc' }, take: 1 })
  if (!event) throw new Error('no event')
  await lab.db.event.delete({ where: { id: event.id } })
  await lab.ask()
  await lab.turn(line)
  expect(receiver.received).toHaveLength(1)
  await lab.db.event.create({
    data: { id: event.id, type: event.type, at: event.at, data: event.data ?? {} },
  })
  await lab.turn(line)
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.approvalId)).toContain(late.id)
  lab.forward(3 * minute)
  await lab.turn(line)
  await lab.turn(line)
  expect(receiver.received).toHaveLength(2)
})

it('names no address and no secret in logs and rows', async () => {
  const rows = await lab.db.notificationDelivery.findMany({ omit: { eventId: true } })
  expect(rows.length).toBeGreaterThan(20)
  const written = lab.logs.join() + JSON.stringify(rows)
  expect(written).not.toMatch(/127\.0\.0\.1|\/hook|whsec_/)
})
