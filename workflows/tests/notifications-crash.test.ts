import { randomBytes } from 'node:crypto'
import { createMemoryBus } from '@hub/kernel'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { loadChannels } from '../src/notifications/channels/load-channels.ts'
import { runNotifications } from '../src/notifications/run-notifications.ts'
import { type HttpReceiver, startHttpReceiver } from './harness/http-receiver.ts'
import { type NotifyLab, startNotifyLab, whsec } from './harness/notify-lab.ts'
import { type HubProcess, startProcess } from './harness/spawn-process.ts'

let lab: NotifyLab
let receiver: HttpReceiver
beforeAll(async () => {
  ;[lab, receiver] = await Promise.all([startNotifyLab(), startHttpReceiver()])
})
afterAll(async () => {
  await receiver.close()
  await lab.close()
})

const channelFile = (name: string) =>
  lab.writeFile({
    allowInsecureLoopback: true,
    channels: [{ name, type: 'webhook', url: receiver.url, secret: whsec, perMinute: 600 }],
  })
const idsOfTold = () => receiver.received.map(({ body }) => String(JSON.parse(body).data.approvalId))
const waiting = (channel: string) =>
  lab.db.notificationDelivery.count({ where: { channel, state: 'waiting' } })
const untilSent = (channel: string, count: number) =>
  vi.waitUntil(
    async () => (await lab.db.notificationDelivery.count({ where: { channel, state: 'sent' } })) >= count,
    {
      timeout: 30_000,
      interval: 50,
    },
  )

it('sends each message once with three senders at work', async () => {
  const channels = await loadChannels(await channelFile('replicas'))
  if (!channels) throw new Error('no channels')
  receiver.script({ status: 200, afterMs: 30 })
  const buses = [1, 2, 3].map(() => createMemoryBus(lab.ctx.log))
  const stops = await Promise.all(buses.map((bus) => runNotifications({ ...lab.ctx, bus }, channels)))
  const asked = []
  for (let count = 0; count < 12; count += 1) asked.push((await lab.ask()).id)
  await untilSent('replicas', asked.length)
  for (const stop of stops) await stop()
  for (const bus of buses) await bus.close()
  expect(idsOfTold().sort()).toEqual(asked.sort())
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(asked.length)
}, 40_000)

async function spawnWorkflows(file: string): Promise<HubProcess> {
  const env = {
    DATABASE_URL: lab.databaseUrl,
    MCP_SERVER_URL: 'http://127.0.0.1:9/mcp',
    MCP_ASSERTION_SECRET: randomBytes(32).toString('base64url'),
    HUB_PUBLIC_URL: 'https://hub.example',
    NOTIFICATIONS_FILE: file,
  }
  return startProcess('workflows/src/main.ts', { env })
}

it('loses nothing to kills before, in and between messages, and repeats at most the one in hand', async () => {
  const file = await channelFile('killed')
  receiver.received.length = 0
  receiver.script({ status: 200, afterMs: 150 })
  const first = await spawnWorkflows(file)
  await vi.waitUntil(() => first.output().includes('notification channels open'), { timeout: 20_000 })
  const asked: string[] = []
  for (let count = 0; count < 4; count += 1) asked.push((await lab.ask()).id)
  // The receiver has the message and has not answered yet: nothing can know that it arrived.
  await vi.waitUntil(() => receiver.received.length === 2, { timeout: 20_000, interval: 1 })
  await first.kill()
  const inHand = receiver.received[1]?.headers['webhook-id']
  for (let count = 0; count < 3; count += 1) asked.push((await lab.ask()).id)
  const second = await spawnWorkflows(file)
  await untilSent('killed', 6)
  await second.kill()
  expect(await waiting('killed')).toBe(1)
  // The lease of the dead process ends.
  await lab.db.notificationDelivery.updateMany({
    where: { channel: 'killed', state: 'waiting' },
    data: { leasedTo: new Date(Date.now() - 1_000) },
  })
  const third = await spawnWorkflows(file)
  await untilSent('killed', 7)
  await third.kill()
  expect(new Set(idsOfTold())).toEqual(new Set(asked))
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(asked.length + 1)
  expect(ids.filter((id) => id === inHand)).toHaveLength(2)
}, 90_000)

it('stops the start with the line of what is wrong', async () => {
  const file = await lab.writeFile(
    'channels:\n  - name: one\n    type: slack\n    url: http://hooks.example/SECRET\n',
  )
  const wrong = await spawnWorkflows(file)
  await vi.waitUntil(() => wrong.output() !== '', { timeout: 20_000 })
  await wrong.kill()
  expect(wrong.output()).toContain('line 4: channels.0.url: must begin with https:')
  expect(wrong.output()).not.toContain('SECRET')
})
