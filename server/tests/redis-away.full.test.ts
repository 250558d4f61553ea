import type { SocketFrame } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { type Cable, layCable } from '@hub/kernel/testing'
import { type RunningServer, startServer } from '@hub/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { liveSocket, type TestSocket } from './harness/open-socket.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const redisUrl = process.env.TEST_REDIS_URL
if (!redisUrl) throw new Error('TEST_REDIS_URL is missing: run npm run test:full')

let hub: TestHub
let cable: Cable
let servers: RunningServer[]
let approver: ApiClient
const lines: string[] = []
beforeAll(async () => {
  cable = await layCable(redisUrl)
  hub = await startTestHub({ withoutWorkflows: true })
  const log = createLogger({ name: 'test' }, { write: (line: string) => void lines.push(line) })
  const env = { ...hub.env, REDIS_URL: cable.url }
  servers = [await startServer(env, { log }), await startServer(env, { log })]
  approver = await signIn({ ...hub, url: String(servers[0]?.url) }, 'jdupont')
})
afterAll(async () => {
  for (const server of servers ?? []) await server.close()
  await hub?.close()
  await cable?.close()
})

/** Two sockets on each of two servers. */
async function openSockets(): Promise<TestSocket[]> {
  const headers = { authorization: `Bearer ${approver.token}` }
  const sockets: TestSocket[] = []
  for (const { url } of [...servers, ...servers]) sockets.push(await liveSocket(url, headers))
  for (const socket of sockets) await socket.until(({ type }) => type === 'hello')
  return sockets
}

const approvedIn = (socket: TestSocket) =>
  socket.frames.flatMap((frame: SocketFrame) =>
    frame.type === 'safeguard:request_approved' ? [frame.data.approvalId] : [],
  )

async function approve(login: string): Promise<string> {
  const { approvalId, digest } = await askReset(hub, { login, by: 'mmartin', reader: approver })
  const { status } = await approver.send('POST', `/api/safeguard/${approvalId}/approve`, { digest })
  expect(status).toBe(200)
  return approvalId
}

it('tells every socket of every server each event once, with Redis, without it and again with it', async () => {
  const sockets = await openSockets()
  const expected = [await approve('jean.dupont')]
  const heard = (withinMs: number) =>
    vi.waitFor(
      () => {
        for (const socket of sockets) expect(approvedIn(socket)).toEqual(expected)
      },
      { timeout: withinMs, interval: 20 },
    )
  await heard(1_000)
  cable.cut()
  expected.push(await approve('marie.martin'))
  await heard(2_000)
  expected.push(await approve('lucas.perrin'))
  await heard(2_000)
  cable.mend()
  expected.push(await approve('thomas.nguyen'))
  await heard(3_000)
  for (const socket of sockets) socket.close()
}, 40_000)

it('lets people pass while the limits cannot count, and logs it once for each way in which they fail', async () => {
  cable.cut()
  for (let n = 0; n < 20; n += 1) expect((await approver.get('/api/safeguard/pending')).status).toBe(200)
  cable.mend()
  const told = lines.filter((line) => line.includes('requests are not counted'))
  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThan(5)
}, 40_000)
