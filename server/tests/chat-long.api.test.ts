import { randomUUID } from 'node:crypto'
import { ChatMessagePage } from '@hub/contracts'
import { Prisma } from '@hub/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathQuery } from '../src/modules/chat/branches/path.store.ts'
import { searchQuery } from '../src/modules/chat/list-conversations.store.ts'
import { branchQuery } from '../src/modules/chat/prompt/read-branch.store.ts'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const stored = 5_000
let hub: TestHub
let user: ApiClient
let userId: string
const conversationId = randomUUID()
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, env: { CHAT_MONTHLY_TOKENS: '90000000' } })
  user = await signIn(hub, 'mmartin')
  userId = (await hub.db.user.findUniqueOrThrow({ where: { login: 'mmartin' } })).id
  const row = { userId, title: 'Très longue', mode: 'flash' }
  await hub.db.conversation.createMany({ data: [{ id: conversationId, ...row }] })
  // As an earlier version wrote them: without a place, which the database gives.
  for (let first = 0; first < stored; first += 1_000)
    await hub.db.message.createMany({
      data: Array.from({ length: 1_000 }, (_, n) => ({
        conversationId,
        role: n % 2 === 0 ? 'user' : 'assistant',
        mode: 'flash',
        content: first + n === 17 ? 'Référence ÉTÉ-0017 du routeur' : `message ${first + n} ${randomUUID()}`,
        status: 'complete',
      })),
    })
  await hub.db.$executeRaw`ANALYZE messages`
}, 120_000)
afterAll(() => hub?.close())

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}
/** What a query really reads. */
async function planOf(query: Prisma.Sql): Promise<PlanNode[]> {
  const rows = await hub.db.$queryRaw<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
  )
  const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)]
  const [plan] = rows[0]?.['QUERY PLAN'] ?? []
  return plan ? flat(plan.Plan) : []
}
const readOf = (nodes: PlanNode[], table: string) =>
  nodes
    .filter((node) => node['Relation Name'] === table)
    .reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    )

it('gives messages without a place theirs, in order', async () => {
  const row = await hub.db.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    include: { leaf: true },
  })
  expect(row.leaf).toMatchObject({ depth: stored - 1 })
  expect(await hub.db.message.count({ where: { conversationId, parentId: null } })).toBe(1)
})

it('reads a page with as many rows as it shows, wherever it is', async () => {
  const { leafId } = await hub.db.conversation.findUniqueOrThrow({ where: { id: conversationId } })
  const early = await hub.db.message.findFirstOrThrow({ where: { conversationId, depth: 60 } })
  for (const from of [String(leafId), early.id]) {
    const nodes = await planOf(pathQuery({ from, limit: 50 }))
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
    const read = readOf(nodes, 'messages')
    expect(read).toBeGreaterThanOrEqual(50)
    expect(read).toBeLessThanOrEqual(51)
  }
})

it('reads for a prompt as many rows as it takes, wherever it is', async () => {
  const early = await hub.db.message.findFirstOrThrow({ where: { conversationId, depth: 60 } })
  const nodes = await planOf(branchQuery({ from: early.id, limit: 41 }))
  const scanned = nodes.filter((node) => node['Node Type'] === 'Seq Scan')
  expect(scanned.map((node) => node['Relation Name'])).not.toContain('messages')
  expect(readOf(nodes, 'messages')).toBeGreaterThanOrEqual(41)
  expect(readOf(nodes, 'messages')).toBeLessThanOrEqual(42)
})

it('pages through all of them once, at the same speed at both ends', async () => {
  const seen: string[] = []
  const times: number[] = []
  let cursor: string | null = null
  do {
    const started = performance.now()
    const query: string = `limit=100${cursor ? `&cursor=${cursor}` : ''}`
    const page = ChatMessagePage.parse(
      (await user.get(`/api/chat/conversations/${conversationId}/messages?${query}`)).body,
    )
    times.push(performance.now() - started)
    seen.push(...page.items.toReversed().map(({ content }) => content))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toHaveLength(stored)
  expect(seen.map((text) => Number(/\d+/.exec(text)?.[0]))).toEqual(
    Array.from(seen, (_, n) => stored - 1 - n),
  )
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  expect(median(times.slice(-15))).toBeLessThan(3 * median(times.slice(0, 15)) + 20)
}, 60_000)

it('takes a new question, an edit and another branch', async () => {
  const events = await user.ask({ content: 'bonjour', mode: 'flash', conversationId })
  expect(events.at(-1)).toMatchObject({ type: 'done', status: 'complete' })
  const { leafId } = await hub.db.conversation.findUniqueOrThrow({ where: { id: conversationId } })
  const edit = await user.send('POST', '/api/chat/message', {
    mode: 'flash',
    content: 'depuis le début',
    conversationId,
    parentId: null,
  })
  expect(edit.status).toBe(200)
  const first = await hub.db.message.findFirstOrThrow({ where: { conversationId, depth: 0 } })
  const started = performance.now()
  const back = await user.send('PUT', `/api/chat/conversations/${conversationId}/leaf`, {
    messageId: first.id,
  })
  expect(back.body).toMatchObject({ leafId })
  expect(performance.now() - started).toBeLessThan(5_000)
})

it('branches at its end, and edits above the fork, without walking it all for a page', async () => {
  const { leafId } = await hub.db.conversation.findUniqueOrThrow({ where: { id: conversationId } })
  const made = await user.send('POST', `/api/chat/messages/${leafId}/branch`, {})
  expect(made.status).toBe(201)
  const page = await user.get(`/api/chat/conversations/${made.body.id}/messages?limit=50`)
  expect(ChatMessagePage.parse(page.body).items).toHaveLength(50)
})

describe('a search', () => {
  const shown = 5
  const readBy = async (q: string) => {
    const nodes = await planOf(searchQuery({ userId, archived: 'any', limit: shown, q }))
    return { plan: nodes, messages: readOf(nodes, 'messages') }
  }
  /** Conversations of one message each. */
  async function fill(ownerId: string, count: number, content: string) {
    const ids = Array.from({ length: count }, () => randomUUID())
    const conversation = { userId: ownerId, title: 'Autre', mode: 'flash' }
    await hub.db.conversation.createMany({ data: ids.map((id) => ({ id, ...conversation })) })
    const message = { role: 'user', mode: 'flash', content, status: 'complete' }
    await hub.db.message.createMany({ data: ids.map((id) => ({ conversationId: id, ...message })) })
  }
  beforeAll(async () => {
    const { id } = await hub.db.user.findUniqueOrThrow({ where: { login: 'khora' } })
    await fill(id, 3_000, 'un mot ordinaire et ROUTEUR-0042')
    await fill(userId, 200, 'un mot ordinaire')
    await hub.db.$executeRaw`ANALYZE messages`
    await hub.db.$executeRaw`ANALYZE conversations`
  }, 60_000)

  it('finds words, accents and capitals aside', async () => {
    const found = await user.get(`/api/chat/conversations?q=${encodeURIComponent('reference ete-0017')}`)
    expect(found.body.items).toMatchObject([
      {
        id: conversationId,
        match: { snippet: 'Référence ÉTÉ-0017 du routeur', messageId: expect.any(String) },
      },
    ])
  })

  it('ends a common word at the limit', async () => {
    const { plan, messages } = await readBy('ordinaire')
    expect(plan[0]?.['Actual Rows']).toBe(shown)
    expect(messages).toBeLessThanOrEqual(2 * shown)
  })

  it('reads messages of the reader only for a rare one', async () => {
    const own = await hub.db.message.count({ where: { conversation: { userId } } })
    const { messages } = await readBy('routeur-0042')
    // The plan rounds the rows of each conversation.
    expect(messages).toBeLessThan(1.05 * own)
  })
})
