import type { Accreditation, HubEvent } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { type RunningServer, startServer } from '@hub/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from './harness/api-client.ts'
import { liveSocket, type TestSocket } from './harness/open-socket.ts'
import { createReturningBus } from './harness/returning-bus.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let server: RunningServer
const bus = createReturningBus()
const ids: Record<string, string> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  server = await startServer(hub.env, { bus, log: createLogger({ name: 'test', level: 'silent' }) })
  for (const { id, login } of await hub.db.user.findMany()) ids[login] = id
})
afterAll(async () => {
  await server?.close()
  await hub?.close()
})

/** A socket that has said hello. */
async function listen(login: string): Promise<TestSocket> {
  const { token } = await signIn(hub, login)
  const socket = await liveSocket(server.url, { authorization: `Bearer ${token}` })
  await socket.until(({ type }) => type === 'hello')
  return socket
}
const hellos = ({ frames }: TestSocket) => frames.filter(({ type }) => type === 'hello').length
const hold = (login: string, accreditation: Accreditation) =>
  hub.db.user.update({ where: { login }, data: { accreditation } })

let lastId = 1_000_000_000
/** Brings an event to everybody. @returns what it held for each socket */
async function told(sockets: TestSocket[], event: Pick<HubEvent, 'type' | 'data'>): Promise<object[]> {
  lastId += 1
  const id = lastId
  bus.bring({ ...event, id, at: new Date().toISOString() })
  return Promise.all(
    sockets.map(async (socket) => {
      const frame = await socket.until((one) => one.type !== 'hello' && one.id === id)
      return 'data' in frame ? frame.data : {}
    }),
  )
}

it('is closed to who was lowered to N0, who hears nothing more, and to nobody else', async () => {
  const [lowered, staying] = [await listen('mmartin'), await listen('jdupont')]
  await hold('mmartin', 'N0')
  await bus.comeBack()
  expect(await lowered.closed).toBe(4401)
  const data = { approvalId: 'APR-2026-000001', state: 'pending', level: 'L3' }
  expect(await told([staying], { type: 'safeguard:new_request', data })).toEqual([data])
  expect(lowered.frames.map(({ type }) => type)).toEqual(['hello'])
  await hold('mmartin', 'N1')
  expect(hellos(staying)).toBe(2)
  staying.close()
})

it('tells of each event what its reader may read through the API, and nothing more', async () => {
  // N1, N2 and N3
  const logins = ['mmartin', 'slegrand', 'abenali']
  const sockets = await Promise.all(logins.map(listen))
  const bare = {}
  const between = (fromLogin: string, toLogin: string) => ({
    delegationId: 'd',
    fromUserId: ids[fromLogin],
    toUserId: ids[toLogin],
    isRevoked: false,
  })
  const delegated = (data: HubEvent['data']) => told(sockets, { type: 'safeguard:delegation_changed', data })
  const [others, own] = [between('pmoreau', 'jdupont'), between('pmoreau', 'slegrand')]
  expect(await delegated(others)).toEqual([bare, bare, others])
  expect(await delegated(own)).toEqual([bare, own, own])
  const grant = { grantId: 'GRA-2026-000001', state: 'active', uses: 0 }
  expect(await told(sockets, { type: 'safeguard:grant_changed', data: grant })).toEqual([bare, grant, grant])
  const policy = { from: 'a', to: 'b' }
  for (const type of ['safeguard:policy_changed', 'safeguard:policy_problem'] as const)
    expect(await told(sockets, { type, data: policy })).toEqual([bare, policy, policy])
  const request = { approvalId: 'APR-2026-000001' }
  expect(await told(sockets, { type: 'safeguard:secret_revealed', data: request })).toEqual([
    bare,
    bare,
    request,
  ])
  const viewed = { ...request, userId: ids.abenali, displayName: 'Amine Benali', isLooking: true }
  expect(await told(sockets, { type: 'safeguard:request_viewed', data: viewed })).toEqual([
    viewed,
    viewed,
    viewed,
  ])
  for (const socket of sockets) socket.close()
})

it('reads with the rights that its person has now', async () => {
  const socket = await listen('slegrand')
  const grant = { grantId: 'GRA-2026-000001', state: 'active', uses: 0 }
  const tellGrant = () => told([socket], { type: 'safeguard:grant_changed', data: grant })
  expect(await tellGrant()).toEqual([grant])
  await hold('slegrand', 'N1')
  await bus.comeBack()
  await expect.poll(() => hellos(socket)).toBe(2)
  expect(await tellGrant()).toEqual([{}])
  await hold('slegrand', 'N2')
  socket.close()
})
