import { ChatMessagePage, type StreamEvent } from '@hub/contracts'
import type { RunningServer } from '@hub/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findOwnEnd } from '../src/modules/chat/message.store.ts'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askOpen, type NumberedEvent, type OpenStream, resume, textOf } from './harness/chat-stream.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
let replica: RunningServer
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, model: 'ollama' })
  user = await signIn(hub, 'mmartin')
  replica = await startReplica(hub)
})
afterAll(async () => {
  await replica?.close()
  await hub?.close()
})
beforeEach(() => hub.estate.ollama.control.reset())

const words = Array.from({ length: 30 }, (_, n) => `mot${n} `)
const replySlowly = (stallMs = 60) =>
  hub.estate.ollama.control.reply({ parts: words.map((text) => ({ text, stallMs })) })
const only = (numbered: NumberedEvent[]) => numbered.map(({ event }) => event)

async function startOf(stream: OpenStream): Promise<Extract<StreamEvent, { type: 'start' }>> {
  const start = await stream.until(({ type }) => type === 'start')
  if (start?.type !== 'start') throw new Error('no start')
  return start
}

async function storedOf(conversationId: string, messageId: string) {
  const page = await user.get(`/api/chat/conversations/${conversationId}/messages`)
  return ChatMessagePage.parse(page.body).items.find(({ id }) => id === messageId)
}

/** An answer of a process that died: `told` is what it stored of its events. */
async function leaveBehind(told: StreamEvent[], aliveAgoMs: number, status = 'streaming') {
  const created = await user.send('POST', '/api/chat/conversations', {})
  const conversationId = String(created.body.id)
  const { id: messageId } = await hub.db.message.create({
    data: {
      conversationId,
      role: 'assistant',
      mode: 'assistant',
      content: '',
      status,
      aliveAt: new Date(Date.now() - aliveAgoMs),
    },
  })
  const start = { type: 'start', messageId, conversationId, userMessageId: '', mode: 'assistant' } as const
  const first = { ...start, provider: 'ollama', model: 'qwen3:8b', notice: null }
  const events = [first, ...told]
  await hub.db.answerEventBatch.create({
    data: { messageId, firstId: 1, lastId: events.length, events: JSON.stringify(events), at: new Date() },
  })
  return { conversationId, messageId }
}

const deltas = (...texts: string[]): StreamEvent[] => texts.map((text) => ({ type: 'delta', text }))

describe('a reader that comes to another server', () => {
  it('goes on exactly after the last event it saw, live', async () => {
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { messageId, conversationId } = await startOf(stream)
    await stream.until((event) => event.type === 'delta' && event.text.includes('mot5'))
    await stream.leave()
    const seen = [...stream.events]
    const lastId = seen.at(-1)?.id ?? 0
    const other = await resume(replica.url, user, { messageId, lastId })
    await other.until((event) => event.type === 'delta' && event.text.includes('mot12'))
    expect((await storedOf(conversationId, messageId))?.status).toBe('streaming')
    const all = [...seen, ...(await other.rest())]
    expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1))
    expect(textOf(only(all))).toBe(words.join(''))
    expect(
      only(all)
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(['usage', 'done'])
  })

  it('may go to and fro, and gets the very same events there after the end', async () => {
    replySlowly(20)
    const here = await (await askOpen(hub, user, { content: 'raconte' })).rest()
    const messageId = here[0]?.event.type === 'start' ? here[0].event.messageId : ''
    expect(await (await resume(replica.url, user, { messageId })).rest()).toEqual(here)
    const lastId = 7
    expect(await (await resume(replica.url, user, { messageId, lastId })).rest()).toEqual(here.slice(lastId))
    const end = here.at(-1)?.id ?? 0
    expect(await (await resume(replica.url, user, { messageId, lastId: end })).rest()).toEqual([])
  })

  it('is told the record from its start once the events are gone', async () => {
    const here = only(await (await askOpen(hub, user, { content: 'bonjour' })).rest())
    const messageId = here[0]?.type === 'start' ? here[0].messageId : ''
    await hub.db.answerEventBatch.deleteMany({ where: { messageId } })
    const there = await (await resume(replica.url, user, { messageId, lastId: 4 })).rest()
    expect(there[0]).toMatchObject({ id: 1, event: { type: 'start', messageId } })
    expect(textOf(only(there))).toBe(textOf(here))
    expect(there.at(-1)?.event).toMatchObject({ type: 'done', status: 'complete', finishReason: 'stop' })
  })
})

describe('an answer whose server died', () => {
  it('ends clearly for a reader who waits elsewhere, with all that was stored', async () => {
    const { messageId, conversationId } = await leaveBehind(deltas('Le début ', 'et la suite'), 9_000)
    const reader = await resume(replica.url, user, { messageId, lastId: 2 })
    const events = await reader.rest()
    expect(events.map(({ id }) => id)).toEqual([3, 4])
    expect(only(events)).toMatchObject([
      { type: 'delta', text: 'et la suite' },
      { type: 'done', status: 'interrupted', finishReason: 'interrupted' },
    ])
    expect(await storedOf(conversationId, messageId)).toMatchObject({
      status: 'interrupted',
      content: 'Le début et la suite',
      provider: 'ollama',
    })
    const spent = await user.get('/api/chat/tokens')
    expect(spent.body).toMatchObject({ estimated: true })
  })

  it('is told from its record to a reader who saw what was lost', async () => {
    const { messageId } = await leaveBehind(deltas('Le début'), 60_000)
    const events = await (await resume(replica.url, user, { messageId, lastId: 57 })).rest()
    expect(events[0]).toMatchObject({ id: 1, event: { type: 'start' } })
    expect(textOf(only(events))).toBe('Le début')
    expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'interrupted' })
  })

  it('is told whole however long it is', async () => {
    const long = Array.from({ length: 15_000 }, (_, n) => `mot${n} `.padEnd(80, '.'))
    const { messageId } = await leaveBehind(deltas(...long), 60_000)
    const events = await (await resume(replica.url, user, { messageId })).rest()
    expect(textOf(only(events))).toBe(long.join(''))
    expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'interrupted' })
  })

  it('ends as stopped when somebody had asked for that', async () => {
    const { messageId } = await leaveBehind(deltas('Le début'), 60_000, 'stopped')
    const events = only(await (await resume(replica.url, user, { messageId })).rest())
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'stopped', finishReason: 'stopped' })
  })
})

it('stops the model of another server at once', async () => {
  replySlowly(300)
  const stream = await askOpen(hub, user, { content: 'raconte' })
  const { messageId } = await startOf(stream)
  await stream.until(({ type }) => type === 'delta')
  const stoppedAt = performance.now()
  await fetch(`${replica.url}/api/chat/messages/${messageId}/stop`, {
    method: 'POST',
    headers: { authorization: `Bearer ${user.token}` },
  })
  await vi.waitFor(() => expect(hub.estate.ollama.control.disconnects()).toHaveLength(1), { interval: 10 })
  expect(performance.now() - stoppedAt).toBeLessThan(1_000)
  expect(only(await stream.rest()).at(-1)).toMatchObject({ type: 'done', status: 'stopped' })
})

describe('a reader of what another server writes', () => {
  it('costs no reading of the text until it is told', async () => {
    const { messageId: id } = await leaveBehind(deltas('x'), 0)
    const { userId } = await hub.db.conversation.findFirstOrThrow({ where: { messages: { some: { id } } } })
    expect(await findOwnEnd(hub.db, { id, userId })).toEqual({ completedAt: null })
    expect(await findOwnEnd(hub.db, { id, userId: id })).toBeNull()
  })

  it('may have a limited number of them open, and another one after leaving', async () => {
    const { messageId } = await leaveBehind(deltas('x'), 0)
    const path = `${replica.url}/api/chat/messages/${messageId}/stream`
    const read = (locale = 'fr') =>
      fetch(path, { headers: { authorization: `Bearer ${user.token}`, 'accept-language': locale } })
    const open = await Promise.all(Array.from({ length: 16 }, () => read()))
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]))
    const refused = await read()
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({
      error: { code: 'LIMIT_EXCEEDED', reason: 'limit.followers', message: expect.stringContaining('16') },
    })
    await open[0]?.body?.cancel()
    const again = await vi.waitFor(async () => {
      const answer = await read()
      expect(answer.status).toBe(200)
      return answer
    })
    await Promise.all([...open.slice(1), again].map((answer) => answer.body?.cancel()))
  })
})
