import { randomUUID } from 'node:crypto'
import type { SendMessage } from '@hub/contracts'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { seedDemoUsers } from '@hub/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askQuestion, type Question } from '../src/modules/chat/ask-question.store.ts'
import { readBranch } from '../src/modules/chat/prompt/read-branch.store.ts'

let db: Db
let userId: string
let closeDatabase: () => Promise<void>
const now = new Date('2026-11-21T10:00:00Z')
const month = new Date('2026-11-01T00:00:00Z')

beforeAll(async () => {
  const database = await createTestDatabase()
  closeDatabase = database.close
  await seedDemoUsers(database.url, 'Test-password-2026')
  db = createDb({ url: database.url, poolSize: 6 })
  userId = (await db.user.findFirstOrThrow()).id
})
afterAll(async () => {
  await db?.$disconnect()
  await closeDatabase?.()
})
beforeEach(async () => {
  await db.message.updateMany({ where: { status: 'streaming' }, data: { status: 'complete' } })
})

function ask(input: Partial<SendMessage>, change: Partial<Question> = {}) {
  return askQuestion(db, {
    userId,
    input: { mode: 'flash', content: 'Bonjour', ...input },
    title: 'Bonjour',
    binding: null,
    isParentKnown: false,
    month,
    usualQuota: 1_000,
    mostAnswers: 3,
    now,
    ...change,
  })
}

async function stored(input: Partial<SendMessage> = {}) {
  const asked = await ask(input)
  if (!('stored' in asked)) throw new Error(`not stored: ${JSON.stringify(asked)}`)
  await db.message.update({ where: { id: asked.stored.messageId }, data: { status: 'complete' } })
  return asked.stored
}

describe('one call', () => {
  it('stores a question, its answer to come and a conversation that shows it', async () => {
    const { conversationId, questionId, messageId } = await stored({ content: 'Et la VPN ?' })
    const rows = await db.message.findMany({ where: { conversationId }, orderBy: { rank: 'asc' } })
    expect(rows.map(({ id, parentId, depth, role }) => ({ id, parentId, depth, role }))).toEqual([
      { id: questionId, parentId: null, depth: 0, role: 'user' },
      { id: messageId, parentId: questionId, depth: 1, role: 'assistant' },
    ])
    expect(rows[1]?.aliveAt?.getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect((await db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).leafId).toBe(
      messageId,
    )
  })

  it('gives ids that grow with the time', async () => {
    const ids = [await stored(), await stored(), await stored()].map(({ questionId }) => questionId)
    const times = ids.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(Math.abs((times[0] ?? 0) - Date.now())).toBeLessThan(60_000)
    for (const id of ids) expect(id).toMatch(/^.{14}7.{4}[89ab]/)
  })

  it('follows what the conversation shows, or the parent that is named', async () => {
    const first = await stored()
    const { conversationId, messageId: leafId } = first
    const next = await stored({ conversationId })
    const edited = await stored({ conversationId, parentId: null })
    const parentOf = async (id: string) => (await db.message.findUniqueOrThrow({ where: { id } })).parentId
    expect(await parentOf(next.questionId)).toBe(leafId)
    expect(await parentOf(edited.questionId)).toBeNull()
    const asked = await ask({ conversationId, parentId: leafId }, { isParentKnown: true })
    expect(await parentOf('stored' in asked ? asked.stored.questionId : '')).toBe(leafId)
  })
})

describe('at once', () => {
  it('lets one person start three answers, whatever comes together', async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => ask({})))
    expect(asked.filter((one) => 'stored' in one)).toHaveLength(3)
    expect(asked.filter((one) => 'refusal' in one && one.refusal === 'limit.answers')).toHaveLength(7)
  })

  it('lets one question into a conversation', async () => {
    const { conversationId } = await stored()
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask({ conversationId })))
    expect(asked.filter((one) => 'stored' in one)).toHaveLength(1)
    expect(asked.filter((one) => 'refusal' in one && one.refusal === 'chat.busy')).toHaveLength(4)
  })

  it('stores a question once that comes twice with one key', async () => {
    const requestKey = randomUUID()
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask({ requestKey })))
    const first = asked.flatMap((one) => ('stored' in one ? [one.stored.messageId] : []))
    expect(first).toHaveLength(1)
    expect(asked.flatMap((one) => ('sentId' in one ? [one.sentId] : []))).toEqual(Array(4).fill(first[0]))
  })
})

it.each<[string, () => ReturnType<typeof ask>]>([
  ['limit.tokens', () => ask({}, { usualQuota: 0 })],
  ['chat.conversation', () => ask({ conversationId: randomUUID() })],
  ['limit.answers', () => ask({}, { mostAnswers: 0 })],
  ['attachment.not_found', () => ask({ attachmentIds: [randomUUID()] })],
])('stores nothing when it refuses: %s', async (refusal, asking) => {
  const count = () => Promise.all([db.message.count(), db.conversation.count()])
  const before = await count()
  expect(await asking()).toEqual({ refusal })
  expect(await count()).toEqual(before)
})

it('refuses a parent that the conversation does not have', async () => {
  const { conversationId } = await stored()
  const { messageId } = await stored()
  expect(await ask({ conversationId, parentId: messageId })).toEqual({ refusal: 'chat.message' })
})

it('refuses a key of somebody else', async () => {
  const requestKey = randomUUID()
  await stored({ requestKey })
  const other = await db.user.findFirstOrThrow({ where: { id: { not: userId } } })
  expect(await ask({ requestKey }, { userId: other.id })).toEqual({ refusal: 'chat.request_key' })
})

it('reads a branch from its end with what a prompt takes, long texts cut', async () => {
  const first = await stored({ content: 'x'.repeat(30_000) })
  const { conversationId } = first
  const { questionId, messageId } = await stored({ conversationId, content: 'Et ensuite ?' })
  const rows = await readBranch(db, { from: messageId, limit: 3 })
  expect(rows.map(({ id }) => id)).toEqual([messageId, questionId, first.messageId])
  expect(rows.map(({ depth, role, hasFiles }) => ({ depth, role, hasFiles }))).toEqual([
    { depth: 3, role: 'assistant', hasFiles: false },
    { depth: 2, role: 'user', hasFiles: false },
    { depth: 1, role: 'assistant', hasFiles: false },
  ])
  const [oldest] = (await readBranch(db, { from: messageId, limit: 4 })).slice(-1)
  expect(oldest?.content).toHaveLength(24_001)
})
