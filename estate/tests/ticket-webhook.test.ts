import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { startEstate } from '../src/index.ts'

const secret = 'a secret that both sides know'
afterEach(() => vi.useRealTimers())

interface Received {
  signature: string | undefined
  timestamp: string
  body: string
}

/** Answers with these statuses in turn, then 200. */
async function receiver(...statuses: number[]) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    const { 'x-glpi-signature': signature, 'x-glpi-timestamp': timestamp } = request.headers
    received.push({ signature: String(signature), timestamp: String(timestamp), body })
    response.writeHead(statuses.shift() ?? 200).end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return { url, received, close: () => server.close() }
}

it('tells of a new ticket once, signed as GLPI 11 does', async () => {
  const estate = await startEstate()
  const hub = await receiver()
  await estate.play('new-ticket')
  estate.glpiV2.setWebhook({ url: hub.url, secret })
  await estate.play('new-ticket')
  await vi.waitFor(() => expect(hub.received).toHaveLength(1))
  const [first] = hub.received
  expect(JSON.parse(first?.body ?? '')).toMatchObject({
    event: 'new',
    item: { id: 5680, status: { id: 1 }, entity: { id: expect.any(Number) } },
  })
  const expected = createHmac('sha256', secret).update(`${first?.body}${first?.timestamp}`).digest('hex')
  expect(first?.signature).toBe(expected)
  hub.close()
  await estate.close()
})

it('tries a delivery that failed again every minute, three times, in its words of then', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const estate = await startEstate()
  const hub = await receiver(500, 404, 503, 500)
  estate.glpiV2.setWebhook({ url: hub.url, secret })
  await estate.play('new-ticket')
  const tries = (count: number) =>
    vi.waitFor(() => expect(estate.glpiV2.deliveries()).toMatchObject([{ tries: count, status: 500 }]))
  await tries(1)
  for (let count = 2; count <= 6; count += 1) {
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() => expect(hub.received).toHaveLength(Math.min(count, 4)))
    await vi.waitFor(() => expect(estate.glpiV2.deliveries()[0]?.tries).toBe(Math.min(count, 4)))
  }
  expect(new Set(hub.received.map(({ body, signature }) => `${body}${signature}`)).size).toBe(1)
  expect(estate.glpiV2.deliveries()).toMatchObject([{ tries: 4, status: 500, isDelivered: false }])
  hub.close()
  await estate.close()
})
