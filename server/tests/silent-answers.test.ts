import { randomUUID } from 'node:crypto'
import { createLogger } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { seedDemoUsers } from '@hub/server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { insertAnswer } from '../src/modules/chat/message.store.ts'
import { completeAnswer } from '../src/modules/chat/streams/answer-end.store.ts'
import { saveProgress } from '../src/modules/chat/streams/answer-events.store.ts'
import { endSilentAnswers } from '../src/modules/chat/streams/silent-answers.store.ts'
import { readMonth } from '../src/modules/chat/usage/token-sums.store.ts'

let db: Db
let userId: string
let closeDatabase: () => Promise<void>
const log = createLogger({ name: 'test' }, { write: () => undefined })
const silentMs = 12_000
const now = new Date('2026-11-21T10:00:00Z')
const month = new Date('2026-11-01T00:00:00Z')

beforeAll(async () => {
  const database = await createTestDatabase()
  closeDatabase = database.close
  await seedDemoUsers(database.url, 'Test-password-2026')
  db = createDb({ url: database.url, poolSize: 2 })
  userId = (await db.user.findFirstOrThrow()).id
})
afterAll(async () => {
  await db?.$disconnect()
  await closeDatabase?.()
})
beforeEach(async () => {
  await db.tokenMonth.deleteMany()
  await db.tokenDay.deleteMany()
})

/** An answer whose process stored these sources and the text `Bonjour`, then was silent for a minute. */
async function leave(excerpt: string): Promise<string> {
  const conversation = await db.conversation.create({ data: { userId, title: 't', mode: 'flash' } })
  const aliveAt = new Date(Date.now() - 60_000)
  const { id } = await db.message.create({
    data: {
      conversationId: conversation.id,
      role: 'assistant',
      mode: 'flash',
      content: 'Bon',
      status: 'streaming',
      aliveAt,
    },
  })
  const ids = { documentId: randomUUID(), chunkId: randomUUID() }
  const items = [{ n: 1, ...ids, title: 'Guide', path: 'guide.md', score: 1, excerpt }]
  const events = [
    { type: 'sources', items },
    { type: 'delta', text: 'Bonjour' },
  ]
  await db.answerEventBatch.create({
    data: { messageId: id, firstId: 1, lastId: 2, events: JSON.stringify(events), at: now },
  })
  return id
}

it('ends every answer also when the events of one cannot be taken over', async () => {
  const bad = await leave('\uD83D')
  const good = await leave('texte')
  expect(await endSilentAnswers({ db, log }, { silentMs, now })).toBe(2)
  const rows = await db.message.findMany({ where: { id: { in: [bad, good] } }, orderBy: { rank: 'asc' } })
  expect(rows).toMatchObject([
    { content: 'Bon', status: 'interrupted', completedAt: now, sources: [] },
    { content: 'Bonjour', status: 'interrupted', completedAt: now, sources: [{ n: 1 }] },
  ])
  // Without its events the bad one is told from its record.
  expect(await db.answerEventBatch.count({ where: { messageId: bad } })).toBe(0)
  expect(await db.answerEventBatch.count({ where: { messageId: good } })).toBe(2)
})

it('takes no answer for silent because the clock of a server is wrong', async () => {
  const { id: conversationId } = await db.conversation.create({ data: { userId, title: 't', mode: 'flash' } })
  const slow = new Date(Date.now() - 3_600_000)
  const { id } = await db.$transaction((tx) =>
    insertAnswer(tx, { conversationId, parentId: null, mode: 'flash', now: slow }),
  )
  expect(await endSilentAnswers({ db, log }, { silentMs, now })).toBe(0)
  await db.message.update({ where: { id }, data: { aliveAt: slow } })
  await saveProgress(db, [{ id, content: 'Bon' }])
  expect(await endSilentAnswers({ db, log }, { silentMs, now })).toBe(0)
})

it('replaces the estimate by the tokens of a writer that was only slow', async () => {
  const messageId = await leave('texte')
  await endSilentAnswers({ db, log }, { silentMs, now })
  expect(await readMonth(db, { userId, month })).toMatchObject({ used: 2, estimated: 2 })
  const used = await completeAnswer(db, {
    messageId,
    userId,
    mode: 'flash',
    record: {
      content: 'Bonjour à tous',
      status: 'complete',
      finishReason: 'stop',
      provider: 'ollama',
      model: 'qwen3:8b',
      notice: null,
      sources: [],
      error: null,
      promptTokens: 70,
      completionTokens: 30,
      estimated: false,
      inventedCitations: 0,
    },
    now,
    lastEvents: () => [],
  })
  expect(used).toBe(100)
  expect(await readMonth(db, { userId, month })).toMatchObject({ used: 100, estimated: 0 })
  const row = await db.message.findUnique({ where: { id: messageId } })
  expect(row).toMatchObject({
    content: 'Bonjour',
    status: 'interrupted',
    promptTokens: 70,
    completionTokens: 30,
  })
  const days = await db.tokenDay.findMany({ where: { answers: { gt: 0 } } })
  expect(days).toMatchObject([{ provider: 'ollama', answers: 1, completionTokens: 30n }])
})
