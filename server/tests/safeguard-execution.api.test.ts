import type { Approval, HubEvent } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { verifyAudit } from '@hub/safeguard'
import { startWorkflows } from '@hub/workflows'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
const events: HubEvent[] = []
let hub: TestHub
let executor: { close(): Promise<void> }
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  hub.bus.subscribe({ onEvent: (event) => void events.push(event) })
  executor = await startExecutor()
  for (const login of ['lecture', 'mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora'])
    people[login] = await signIn(hub, login)
})
afterAll(async () => {
  await executor?.close()
  await hub?.close()
})
beforeEach(() => {
  hub.estate.directory.control.clearWrites()
  hub.estate.directory.control.clearFaults()
})

const startExecutor = (env = {}) => {
  const log = createLogger({ name: 'executor' }, { write: (line: string) => void hub.logs.push(line) })
  return startWorkflows({ ...hub.env, ...env }, { bus: hub.bus, log, clock, withoutEngine: true })
}
const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const ask = (login: string) => askReset(hub, { login, by: 'mmartin', reader: as('jdupont') })
const pathOf = ({ approvalId }: Approval) => `/api/safeguard/${approvalId}`
const approve = (login: string, approval: Approval) =>
  as(login).send('POST', `${pathOf(approval)}/approve`, { digest: approval.digest })
const writes = () => hub.estate.directory.control.writes()
const passwordWrites = () =>
  writes().filter(({ attributes }) => attributes.some((change) => /unicodePwd$/i.test(change)))
const untilState = (approval: Approval, state: string) =>
  vi.waitFor(
    async () => {
      const { body } = await as('jdupont').get(pathOf(approval))
      expect(body.state).toBe(state)
      return body
    },
    { timeout: 12_000, interval: 100 },
  )
const reveal = (login: string, approval: Approval) => as(login).send('POST', `${pathOf(approval)}/secret`)

describe('an approval', () => {
  it('is won by exactly one of twenty, on two servers, and has exactly one effect', async () => {
    const replica = await startReplica(hub)
    const approval = await ask('marie.martin')
    const approvers = ['jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora'].map(as)
    const tries = Array.from({ length: 20 }, async (_, n) => {
      const url = n % 2 === 0 ? hub.url : replica.url
      const answer = await fetch(`${url}${pathOf(approval)}/approve`, {
        method: 'POST',
        headers: { authorization: `Bearer ${approvers[n % 5]?.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ digest: approval.digest }),
      })
      return answer.status
    })
    const statuses = (await Promise.all(tries)).sort()
    expect(statuses).toEqual([200, ...Array<number>(19).fill(409)])
    await untilState(approval, 'executed')
    await replica.close()
    expect(passwordWrites()).toHaveLength(1)
    expect(await hub.db.approvalDecision.count({ where: { approvalId: approval.approvalId } })).toBe(1)
  })

  it('that two executors see is executed once', async () => {
    const second = await startExecutor()
    const approval = await ask('lucas.perrin')
    await approve('jdupont', approval)
    await untilState(approval, 'executed')
    await second.close()
    expect(passwordWrites()).toHaveLength(1)
  })

  it('whose effect lost its answer is looked up, not repeated', async () => {
    const approval = await ask('sandrine.gomez')
    hub.estate.directory.control.fault({ kind: 'drop', when: 'after', operation: 'modify' })
    await approve('jdupont', approval)
    const done = await untilState(approval, 'executed')
    expect(done.outcome).toMatchObject({ verification: { status: 'verified' } })
    expect(passwordWrites()).toHaveLength(1)
    const { body } = await reveal('jdupont', approval)
    expect(await hub.estate.directory.control.passwordMatches('sandrine.gomez', String(body.secret))).toBe(
      true,
    )
  })

  it('on a VIP that the directory refuses ends as failed, without a secret', async () => {
    const approval = await ask('camille.renard')
    hub.estate.directory.control.fault({
      kind: 'result',
      code: 50,
      diagnostic: 'INSUFF_ACCESS',
      operation: 'modify',
    })
    await approve('abenali', approval)
    const failed = await untilState(approval, 'failed')
    expect(failed.outcome).toMatchObject({ summary: { fr: expect.stringMatching(/droit/) } })
    expect((await reveal('abenali', approval)).status).toBe(409)
  })
})

describe('an executor', () => {
  it('that cannot reach the tools tries again later', async () => {
    await executor.close()
    const lost = await startExecutor({ MCP_SERVER_URL: 'http://127.0.0.1:9/mcp' })
    const approval = await ask('thomas.nguyen')
    await approve('jdupont', approval)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect((await as('jdupont').get(pathOf(approval))).body.state).toBe('approved')
    expect(writes()).toEqual([])
    await lost.close()
    executor = await startExecutor()
    await untilState(approval, 'executed')
    expect(passwordWrites()).toHaveLength(1)
  })

  it('denies what nobody decided in time, and runs nothing', async () => {
    const approval = await ask('valerie.blanc')
    clock.forward(60 * 60_000)
    await untilState(approval, 'expired')
    expect(writes()).toEqual([])
    expect((await approve('jdupont', approval)).status).toBe(409)
  })
})

/** Everything the database holds, as text; bytes as hex. */
async function wholeDatabase(): Promise<string> {
  const tables = await hub.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const texts = await Promise.all(
    tables.map(({ name }) =>
      hub.db.$queryRawUnsafe<{ text: string }[]>(`SELECT row_to_json(t)::text AS text FROM "${name}" t`),
    ),
  )
  return texts
    .flat()
    .map(({ text }) => text)
    .join('\n')
}

describe('a generated password', () => {
  it('is shown once, to people entitled, and is nowhere in clear', async () => {
    const approval = await ask('philippe.garnier')
    await approve('jdupont', approval)
    await untilState(approval, 'executed')
    for (const login of ['slegrand', 'khora']) expect((await reveal(login, approval)).status).toBe(409)
    expect((await reveal('lecture', approval)).status).toBe(403)
    expect((await as('mmartin').get(pathOf(approval))).body.secretAvailable).toBe(true)
    expect((await as('khora').get(pathOf(approval))).body.secretAvailable).toBe(false)
    const before = await wholeDatabase()
    const shown = await reveal('mmartin', approval)
    expect(shown.status).toBe(200)
    expect(shown.headers.get('cache-control')).toBe('no-store')
    const secret = String(shown.body.secret)
    expect(await hub.estate.directory.control.passwordMatches('philippe.garnier', secret)).toBe(true)
    const forms = [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')]
    const places = {
      before,
      after: await wholeDatabase(),
      logs: hub.logs.join(''),
      events: JSON.stringify(events),
    }
    expect(places.before).toContain(approval.approvalId)
    for (const [place, text] of Object.entries(places))
      for (const form of forms) expect(text.includes(form), `in ${place}`).toBe(false)
    for (const login of ['mmartin', 'jdupont']) expect((await reveal(login, approval)).status).toBe(409)
  })

  it('is erased when nobody looks at it for a day', async () => {
    const approval = await ask('laurence.petit')
    await approve('abenali', approval)
    await untilState(approval, 'executed')
    const sealed = async () =>
      (await hub.db.actionSecret.findUniqueOrThrow({ where: { approvalId: approval.approvalId } })).sealed
    expect(await sealed()).not.toBeNull()
    clock.forward(24 * 3_600_000)
    for (const login of ['jdupont', 'abenali']) people[login] = await signIn(hub, login)
    expect((await reveal('abenali', approval)).status).toBe(409)
    await vi.waitFor(async () => expect(await sealed()).toBeNull(), { timeout: 8_000, interval: 200 })
  })
})

it('has written all of that in an intact chain', async () => {
  expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
})
