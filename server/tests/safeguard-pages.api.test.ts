import { type Approval, ApprovalPage, Delegations, StandingGrants } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let reader: ApiClient
/** Stands still, so that requests end at the same instant. */
let now = new Date()
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock: { now: () => now } })
  reader = await signIn(hub, 'khora')
})
afterAll(() => hub?.close())

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/** All pages of a list, with how long they were. */
async function readAll<T>(path: string, parse: (body: unknown) => Page<T>, limit?: number) {
  const pages: Page<T>[] = []
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ ...(limit && { limit: String(limit) }), ...(cursor && { cursor }) })
    const answer = await reader.get(`/api/safeguard/${path}?${query}`)
    expect(answer.status).toBe(200)
    pages.push(parse(answer.body))
    cursor = pages.at(-1)?.nextCursor ?? null
  } while (cursor)
  return { items: pages.flatMap(({ items }) => items), lengths: pages.map(({ items }) => items.length) }
}

it('pages the queue by urgency, each request once, also when several end at the same time', async () => {
  const logins = ['jean.dupont', 'marie.martin', 'thomas.nguyen', 'camille.renard', 'valerie.blanc']
  for (const [n, login] of logins.entries()) {
    if (n === 3) now = new Date(now.getTime() + 1_000)
    await askReset(hub, { login, by: 'mmartin', reader })
  }
  const whole = await readAll('pending', (body) => ApprovalPage.parse(body))
  expect(whole.lengths).toEqual([5])
  const ids = ({ items }: { items: Approval[] }) => items.map(({ approvalId }) => approvalId)
  for (const limit of [1, 2, 3])
    expect(ids(await readAll('pending', (body) => ApprovalPage.parse(body), limit))).toEqual(ids(whole))
  const [first] = whole.items
  if (!first) throw new Error('no request')
  const start = ApprovalPage.parse((await reader.get('/api/safeguard/pending?limit=2')).body)
  await reader.send('POST', `/api/safeguard/${first.approvalId}/reject`, {
    digest: first.digest,
    reason: 'no need',
  })
  const rest = ApprovalPage.parse(
    (await reader.get(`/api/safeguard/pending?cursor=${start.nextCursor}`)).body,
  )
  expect(ids(rest)).toEqual(ids(whole).slice(2))
})

it('pages delegations of the same instant, a hundred at a time unless told', async () => {
  const [from, to] = await hub.db.user.findMany({ where: { login: { in: ['jdupont', 'slegrand'] } } })
  if (!from || !to) throw new Error('no people')
  const createdAt = now
  const day = (n: number) => new Date(createdAt.getTime() + n * 86_400_000)
  const people = { fromUserId: from.id, fromName: 'a', toUserId: to.id, toName: 'b' }
  await hub.db.delegation.createMany({
    data: Array.from({ length: 230 }, (_, n) => ({
      ...people,
      createdAt,
      startsAt: day(2 * n),
      endsAt: day(2 * n + 1),
    })),
  })
  const parse = (body: unknown) => Delegations.parse(body)
  const { items, lengths } = await readAll('delegations', parse)
  expect(lengths).toEqual([100, 100, 30])
  expect(new Set(items.map(({ id }) => id)).size).toBe(230)
  expect((await readAll('delegations', parse, 200)).lengths).toEqual([200, 30])
})

it('pages standing grants, newest first', async () => {
  const scope = {
    toolName: 'ad_reset_password',
    arguments: {},
    target: { clientName: 'EHPAD Les Jardins' },
    targetIds: [],
  }
  const person = await signIn(hub, 'jdupont')
  const me = await hub.db.user.findUniqueOrThrow({ where: { login: 'mmartin' } })
  for (let n = 0; n < 5; n += 1) {
    const answer = await person.send('POST', '/api/safeguard/grants', {
      scope: { ...scope, requester: `user:${me.id}` },
      reason: 'The whole site moves to new machines',
      maxUses: 1 + n,
      expiresAt: new Date(now.getTime() + 86_400_000).toISOString(),
    })
    expect(answer.status).toBe(201)
  }
  const { items, lengths } = await readAll('grants', (body) => StandingGrants.parse(body), 2)
  expect(lengths).toEqual([2, 2, 1])
  expect(items.map(({ maxUses }) => maxUses)).toEqual([5, 4, 3, 2, 1])
})

describe('a page that is none', () => {
  it.each([
    ['pending', 'cursor=x', 'cursor'],
    ['pending', 'cursor=1_0', 'cursor'],
    ['pending', 'cursor=9999999999999999_1', 'cursor'],
    ['pending', 'limit=201', 'limit'],
    ['delegations', 'cursor=1700000000000_1', 'cursor'],
    ['delegations', 'limit=0', 'limit'],
    ['grants', 'cursor=-1', 'cursor'],
    ['grants', 'limit=1000', 'limit'],
  ])('%s?%s is refused, naming what is wrong', async (path, query, field) => {
    expect(await reader.get(`/api/safeguard/${path}?${query}`)).toMatchObject({
      status: 400,
      body: { error: { code: 'VALIDATION', fields: [{ path: field }] } },
    })
  })
})
