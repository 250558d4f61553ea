import { once } from 'node:events'
import { connect } from 'node:net'
import type { RunningServer } from '@hub/server'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { openSocket, type TestSocket } from './harness/open-socket.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const perSession = 10
let hub: TestHub
/** Behind one proxy, with a few places for each address. */
let narrow: RunningServer
const opened: TestSocket[] = []
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  narrow = await startReplica(hub, {
    RATE_LIMIT_PER_MINUTE: '6',
    SOCKETS_PER_ADDRESS: '3',
    TRUST_PROXY: '1',
  })
})
afterEach(async () => {
  const sockets = opened.splice(0)
  for (const socket of sockets) socket.close()
  await Promise.all(sockets.map(({ closed }) => closed))
})
afterAll(async () => {
  await narrow?.close()
  await hub?.close()
})

/** @returns 101, or the status of the refusal */
async function open(client: ApiClient, { url = hub.url, from = '10.5.0.1' } = {}): Promise<number> {
  const headers = { authorization: `Bearer ${client.token}`, 'x-forwarded-for': from }
  const socket = await openSocket(url, headers)
  if (typeof socket === 'number') return socket
  opened.push(socket)
  return 101
}
const openMany = (client: ApiClient, count: number) =>
  Promise.all(Array.from({ length: count }, () => open(client)))

it('keeps ten sockets of a session open, whoever comes at once, and refuses the others', async () => {
  const [client, again] = [await signIn(hub, 'mmartin'), await signIn(hub, 'mmartin')]
  const statuses = await openMany(client, perSession + 20)
  expect(statuses.filter((status) => status === 101)).toHaveLength(perSession)
  expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  await Promise.all(opened.map((socket) => socket.until(({ type }) => type === 'hello')))
  expect(await open(again)).toBe(101)
})

it('has a place again once one of them is closed', async () => {
  const client = await signIn(hub, 'mmartin')
  await openMany(client, perSession)
  expect(await open(client)).toBe(429)
  const left = opened.shift()
  left?.close()
  await left?.closed
  await vi.waitFor(async () => expect(await open(client)).toBe(101))
  expect(await open(client)).toBe(429)
})

it('keeps no place for an upgrade that fails', async () => {
  const client = await signIn(hub, 'mmartin')
  for (let n = 0; n < perSession + 1; n += 1) expect(await upgradeBadly(client)).toContain('400 Bad Request')
  expect(await openMany(client, perSession)).toEqual(Array(perSession).fill(101))
})

it('keeps as many open for an address as is configured, by the address before the proxy', async () => {
  const clients = await Promise.all(Array.from({ length: 4 }, () => signIn(hub, 'mmartin')))
  const [first, ...others] = clients
  if (!first) throw new Error('nobody')
  for (const client of others) expect(await open(client, { url: narrow.url })).toBe(101)
  expect(await open(first, { url: narrow.url })).toBe(429)
  expect(await open(first, { url: narrow.url, from: '10.5.0.1, 10.5.0.1' })).toBe(429)
  expect(await open(first, { url: narrow.url, from: '10.5.0.1, 10.5.0.2' })).toBe(101)
})

it('counts the upgrades of a session, also of sockets that are closed at once', async () => {
  const [client, other] = [await signIn(hub, 'mmartin'), await signIn(hub, 'mmartin')]
  for (let n = 0; n < 6; n += 1) {
    expect(await open(client, { url: narrow.url, from: '10.6.0.1' })).toBe(101)
    const socket = opened.pop()
    socket?.close()
    await socket?.closed
  }
  expect(await open(client, { url: narrow.url, from: '10.6.0.2' })).toBe(429)
  expect(await open(other, { url: narrow.url, from: '10.6.0.2' })).toBe(101)
})

/** An upgrade with a key that is none. @returns the answer */
async function upgradeBadly(client: ApiClient): Promise<string> {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1')
  const lines = [
    'GET /api/safeguard/ws HTTP/1.1',
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: short',
    `Authorization: Bearer ${client.token}`,
  ]
  let answer = ''
  socket.on('data', (data) => {
    answer += String(data)
  })
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  await once(socket, 'close')
  return answer
}
