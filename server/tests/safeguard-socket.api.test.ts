import { once } from 'node:events'
import { connect } from 'node:net'
import type { SocketFrame } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { type RunningServer, startServer } from '@hub/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { liveSocket, openSocket } from './harness/open-socket.ts'
import { createReturningBus } from './harness/returning-bus.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let replica: RunningServer
let reader: ApiClient
const clock = createMovableClock()
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  replica = await startReplica(hub)
  reader = await signIn(hub, 'jdupont')
})
afterAll(async () => {
  await replica?.close()
  await hub?.close()
})

const bearer = (client: ApiClient) => ({ authorization: `Bearer ${client.token}` })
const isNews = (frame: SocketFrame) => frame.type === 'safeguard:new_request'

describe('the socket is refused', () => {
  it('without a session', async () => {
    expect(await openSocket(hub.url, {})).toBe(401)
    expect(await openSocket(hub.url, { authorization: 'Bearer nonsense' })).toBe(401)
  })

  it('to another page, and to a cookie without a page', async () => {
    const cookie = `hub_session=${reader.token}`
    expect(await openSocket(hub.url, { cookie, origin: 'https://evil.example' })).toBe(403)
    expect(await openSocket(hub.url, { cookie, origin: 'null' })).toBe(403)
    expect(await openSocket(hub.url, { cookie, origin: 'http://127.0.0.1:9' })).toBe(403)
    expect(await openSocket(hub.url, { cookie })).toBe(403)
  })

  it('below N1', async () => {
    expect(await openSocket(hub.url, bearer(await signIn(hub, 'lecture')))).toBe(403)
  })
})

describe('the socket of a reader', () => {
  it('opens for the own page and says hello with the newest id', async () => {
    const socket = await liveSocket(hub.url, { cookie: `hub_session=${reader.token}`, origin: hub.url })
    const hello = await socket.until(({ type }) => type === 'hello')
    const newest = await hub.db.event.aggregate({ _max: { id: true } })
    expect(hello).toMatchObject({ lastId: Number(newest._max.id ?? 0) })
    expect(socket.frames[0]).toBe(hello)
    socket.close()
  })

  it('tells of a request within a second, on every server, with growing ids', async () => {
    const sockets = [await liveSocket(hub.url, bearer(reader)), await liveSocket(replica.url, bearer(reader))]
    for (const socket of sockets) await socket.until(({ type }) => type === 'hello')
    const approval = await askReset(hub, { login: 'jean.dupont', by: 'mmartin', reader })
    for (const socket of sockets) {
      const event = await socket.until(isNews, 1_000)
      expect(event).toMatchObject({ data: { approvalId: approval.approvalId, state: 'pending' } })
    }
    await reader.send('POST', `/api/safeguard/${approval.approvalId}/reject`, {
      digest: approval.digest,
      reason: 'not needed any more',
    })
    for (const socket of sockets) {
      await socket.until(({ type }) => type === 'safeguard:request_rejected', 1_000)
      const ids = socket.frames.flatMap((frame) => (frame.type === 'hello' ? [] : [frame.id]))
      expect(ids).toEqual(ids.toSorted((a, b) => a - b))
      socket.close()
    }
  })

  it('tells nobody what is for another user', async () => {
    const socket = await liveSocket(hub.url, bearer(reader))
    await socket.until(({ type }) => type === 'hello')
    const data = { userId: 'somebody', conversationId: 'c', approvalId: 'APR-2026-000001' }
    const at = new Date().toISOString()
    await hub.bus.publish({ type: 'chat:message_appended', id: 999_999, at, data })
    expect(await socket.until(({ type }) => type === 'chat:message_appended')).toMatchObject({ data: {} })
    expect(JSON.stringify(socket.frames)).not.toContain('somebody')
    socket.close()
  })

  it('tells what came after the last event it has, once each, before what comes now', async () => {
    const lastId = Number((await hub.db.event.aggregate({ _max: { id: true } }))._max.id ?? 0)
    const missed = [await askReset(hub, { login: 'marie.martin', by: 'mmartin', reader })]
    const socket = await liveSocket(hub.url, bearer(reader), { since: lastId })
    await socket.until(isNews)
    expect(socket.frames[0]?.type).toBe('hello')
    missed.push(await askReset(hub, { login: 'paul.martin', by: 'mmartin', reader }))
    const after = () => socket.frames.filter((frame) => isNews(frame) && 'id' in frame && frame.id > lastId)
    await vi.waitFor(() => expect(after()).toHaveLength(2))
    expect(after()).toMatchObject(missed.map(({ approvalId }) => ({ data: { approvalId } })))
    socket.close()
  })

  it('tells an event that was committed late, below the last event it has', async () => {
    const [late] = await hub.db.$queryRaw<
      { id: bigint }[]
    >`SELECT nextval(pg_get_serial_sequence('events', 'id')) AS id`
    const lateId = Number(late?.id)
    const row = { type: 'safeguard:request_viewed', at: clock.now(), data: {} }
    const { id: lastId } = await hub.db.event.create({ data: row })
    await hub.db.event.create({ data: { ...row, id: lateId } })
    const socket = await liveSocket(hub.url, bearer(reader), { since: Number(lastId) })
    await socket.until((frame) => frame.type !== 'hello' && frame.id === lateId)
    socket.close()
    clock.forward(10 * 60_000)
    const { id: newId } = await hub.db.event.create({ data: { ...row, at: clock.now() } })
    const later = await liveSocket(hub.url, bearer(reader), { since: Number(newId) })
    await later.until(({ type }) => type === 'hello')
    await later.until((frame) => frame.type !== 'hello' && frame.id === Number(newId))
    const ids = later.frames.flatMap((frame) => (frame.type === 'hello' ? [] : [frame.id]))
    expect(ids).toEqual([Number(newId)])
    later.close()
  })

  it('says so when more was missed than it tells', async () => {
    const rows = Array.from({ length: 510 }, () => ({
      type: 'safeguard:request_viewed',
      at: new Date(),
      data: {},
    }))
    await hub.db.event.createMany({ data: rows })
    const socket = await liveSocket(hub.url, bearer(reader), { since: 1 })
    expect(await socket.until(({ type }) => type === 'hello')).toMatchObject({ tooMuchMissed: true })
    socket.close()
  })

  it('closes when its session logs out, on every server, and no other does', async () => {
    const leaving = await signIn(hub, 'jdupont')
    const [here, there, other] = await Promise.all([
      liveSocket(hub.url, bearer(leaving)),
      liveSocket(replica.url, bearer(leaving)),
      liveSocket(hub.url, bearer(reader)),
    ])
    await leaving.send('POST', '/api/auth/logout')
    expect(await Promise.all([here.closed, there.closed])).toEqual([4401, 4401])
    const seen = await other.until(({ type }) => type === 'auth:session_revoked')
    expect(seen).toMatchObject({ data: {} })
    other.close()
    expect(await other.closed).toBe(1005)
  })
})

it('closes sessions whose end it was not told of, once the bus is back', async () => {
  const bus = createReturningBus()
  const log = createLogger({ name: 'test', level: 'silent' })
  const server = await startServer(hub.env, { bus, log })
  const [leaving, staying] = [await signIn(hub, 'jdupont'), reader]
  const sockets = [
    await liveSocket(server.url, bearer(leaving)),
    await liveSocket(server.url, bearer(staying)),
  ]
  await leaving.send('POST', '/api/auth/logout')
  await bus.comeBack()
  expect(await sockets[0]?.closed).toBe(4401)
  await vi.waitFor(() => expect(sockets[1]?.frames.filter(({ type }) => type === 'hello')).toHaveLength(2))
  const startedAt = performance.now()
  await server.close()
  expect(await sockets[1]?.closed).toBe(1001)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

it('cuts off who never reads, and the others miss nothing', async () => {
  const deaf = await openDeaf()
  const socket = await liveSocket(hub.url, bearer(reader))
  await socket.until(({ type }) => type === 'hello')
  const first = 1_000_000_000
  const text = 'x'.repeat(100_000)
  // 20 MB: more than the system takes for a socket, and the Hub on top of it
  for (let id = first; id < first + 200; id += 1) {
    const data = { approvalId: text }
    await hub.bus.publish({ id, at: clock.now().toISOString(), type: 'safeguard:request_approved', data })
    if (id % 5 === 4) await socket.until((frame) => frame.type !== 'hello' && frame.id === id)
  }
  const ids = socket.frames.flatMap((frame) => (frame.type === 'hello' ? [] : [frame.id]))
  expect(ids.filter((id) => id >= first)).toEqual(Array.from({ length: 200 }, (_, n) => first + n))
  expect(await deaf.bytesUntilCut()).toBeLessThan(20_000_000)
  socket.close()
})

/** A socket that is not read until it is asked how much there was before the server cut it off. */
async function openDeaf() {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1')
  const lines = [
    'GET /api/safeguard/ws HTTP/1.1',
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Authorization: Bearer ${reader.token}`,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  await once(socket, 'readable')
  return {
    async bytesUntilCut(): Promise<number> {
      socket.on('error', () => undefined).resume()
      if (!socket.closed) await once(socket, 'close')
      return socket.bytesRead
    },
  }
}

/** Sends bytes to the server and leaves at once, rudely. */
function sendAndReset(text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(hub.url).port), '127.0.0.1', () => {
      socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 5))
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve())
  })
}

it.each([
  ['an address that is none', '//', ''],
  ['an address that is not ours', '/other', ''],
  ['a reset in the middle of the check', '/api/safeguard/ws', 'token'],
])('survives an upgrade with %s', async (_name, path, kind) => {
  const session = kind === 'token' ? `Authorization: Bearer ${reader.token}\r\n` : ''
  const lines = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${session}`
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n'
  for (let n = 0; n < 5; n += 1) await sendAndReset(lines + key)
  expect((await request(hub, '/healthz')).status).toBe(200)
})
