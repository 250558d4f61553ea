import { AlertDetected, type HubEvent, TicketProcessed } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { type RunningServer, startServer } from '@hub/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { liveSocket, openSocket, type TestSocket } from './harness/open-socket.ts'
import { createReturningBus } from './harness/returning-bus.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const path = '/api/supervision/ws'
const processed: TicketProcessed = {
  runId: 'support:7',
  ticketId: 7,
  client: 'Clinique Saint-Jean',
  phase: 'resolved',
  category: 'DEBLOCAGE',
  confidence: 0.93,
  durationMs: 61_000,
  autoResolved: true,
}
const detected: AlertDetected = {
  ...{ runId: 'sentinel:INC-2026-000001', incidentId: 'INC-2026-000001', ticketId: 8, phase: 'failing' },
  ...{ client: 'EHPAD', clients: ['EHPAD'], device: 'SW-1', verdict: 'LOCAL', confidence: 0.8 },
  ...{ durationMs: 90_000, autoResolved: null },
}

let hub: TestHub
let server: RunningServer
let manager: ApiClient
const bus = createReturningBus()
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  server = await startServer(hub.env, { bus, log: createLogger({ name: 'test', level: 'silent' }) })
  manager = await signIn(hub, 'abenali')
})
afterAll(async () => {
  await server?.close()
  await hub?.close()
})

const bearer = ({ token }: ApiClient) => ({ authorization: `Bearer ${token}` })
const listen = async (client: ApiClient, since?: number): Promise<TestSocket> => {
  const socket = await liveSocket(server.url, bearer(client), { path, ...(since !== undefined && { since }) })
  await socket.until(({ type }) => type === 'hello')
  return socket
}

let lastId = 1_000_000_000
async function told(socket: TestSocket, type: HubEvent['type'], data: HubEvent['data']): Promise<object> {
  lastId += 1
  const id = lastId
  bus.bring({ type, id, at: new Date().toISOString(), data })
  const frame = await socket.until((one) => one.type !== 'hello' && one.id === id)
  return 'data' in frame ? frame.data : {}
}

describe('the socket of the supervision is refused', () => {
  it('without a session, and below N3', async () => {
    expect(await openSocket(server.url, {}, { path })).toBe(401)
    for (const login of ['lecture', 'mmartin', 'slegrand'])
      expect(await openSocket(server.url, bearer(await signIn(hub, login)), { path })).toBe(403)
  })

  it('to another page', async () => {
    const cookie = `hub_session=${manager.token}`
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:9'])
      expect(await openSocket(server.url, { cookie, origin }, { path })).toBe(403)
    const own = await liveSocket(hub.url, { cookie, origin: hub.url }, { path })
    await own.until(({ type }) => type === 'hello')
    own.close()
  })
})

describe('a manager', () => {
  it("reads what workflows and requests tell, and nobody's conversation", async () => {
    const socket = await listen(manager)
    expect(TicketProcessed.parse(await told(socket, 'workflow:ticket_processed', processed))).toEqual(
      processed,
    )
    expect(AlertDetected.parse(await told(socket, 'workflow:alert_detected', detected))).toEqual(detected)
    const request = { approvalId: 'APR-2026-000001', state: 'pending', level: 'L3' }
    expect(await told(socket, 'safeguard:new_request', request)).toEqual(request)
    const { id: userId } = await hub.db.user.findUniqueOrThrow({ where: { login: 'abenali' } })
    expect(await told(socket, 'chat:message_appended', { userId, conversationId: 'c' })).toEqual({})
    socket.close()
  })

  it('hears at the other door only that runs changed', async () => {
    const socket = await liveSocket(server.url, bearer(manager))
    await socket.until(({ type }) => type === 'hello')
    expect(await told(socket, 'workflow:ticket_processed', processed)).toEqual({})
    socket.close()
  })

  it('who comes back is told what came meanwhile, once and in order', async () => {
    const add = (runId: string) =>
      hub.db.event.create({
        data: { type: 'workflow:ticket_processed', at: new Date(), data: { ...processed, runId } },
      })
    const known = await add('support:1')
    const missed = [await add('support:2'), await add('support:3')]
    const socket = await listen(manager, Number(known.id))
    const ids = () =>
      socket.frames.flatMap((frame) => ('id' in frame && frame.id > Number(known.id) ? [frame] : []))
    await expect.poll(ids).toHaveLength(2)
    expect(ids()).toMatchObject([
      { id: Number(missed[0]?.id), data: { runId: 'support:2' } },
      { id: Number(missed[1]?.id), data: { runId: 'support:3' } },
    ])
    socket.close()
  })

  it.each([
    ['is lowered', { accreditation: 'N2' }],
    ['is deactivated', { isActive: false }],
  ])('who %s is sent away and told nothing more', async (_what, change) => {
    const client = await signIn(hub, 'abenali')
    const [socket, requests] = [await listen(client), await liveSocket(server.url, bearer(client))]
    await hub.db.user.update({ where: { login: 'abenali' }, data: change })
    await bus.comeBack()
    expect(await socket.closed).toBe(4401)
    lastId += 1
    bus.bring({
      type: 'workflow:error',
      id: lastId,
      at: new Date().toISOString(),
      data: { runId: 'support:9' },
    })
    expect(JSON.stringify(socket.frames)).not.toContain('support:9')
    if ('accreditation' in change)
      expect(await told(requests, 'safeguard:policy_changed', { to: 'b' })).toEqual({ to: 'b' })
    else expect(await requests.closed).toBe(4401)
    requests.close()
    await hub.db.user.update({ where: { login: 'abenali' }, data: { accreditation: 'N3', isActive: true } })
  })
})
