import { ChatMessagePage, type StreamEvent } from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askOpen, type NumberedEvent, type OpenStream, resume, textOf } from './harness/chat-stream.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
beforeAll(async () => {
  hub = await startTestHub({
    withoutWorkflows: true,
    model: 'ollama',
  })
  user = await signIn(hub, 'mmartin')
})
afterAll(() => hub?.close())
beforeEach(() => hub.estate.ollama.control.reset())

const words = Array.from({ length: 20 }, (_, n) => `mot${n} `)
/** The model's next answer takes about two seconds. */
const replySlowly = () =>
  hub.estate.ollama.control.reply({ parts: words.map((text) => ({ text, stallMs: 100 })) })
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

const untilStored = (conversationId: string, messageId: string, status: string) =>
  vi.waitFor(
    async () => {
      const message = await storedOf(conversationId, messageId)
      expect(message?.status).toBe(status)
      return message
    },
    { timeout: 8_000, interval: 100 },
  )

describe('the events of an answer', () => {
  it('start with start, end with done, and are numbered from 1', async () => {
    const stream = await askOpen(hub, user, { content: 'bonjour' })
    const events = await stream.rest()
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
    const types = only(events).map(({ type }) => type)
    expect(types[0]).toBe('start')
    expect(types.slice(-2)).toEqual(['usage', 'done'])
    expect(new Set(types.slice(1, -2))).toEqual(new Set(['delta']))
    expect(only(events)[0]).toMatchObject({
      provider: 'ollama',
      model: 'qwen3:8b',
      mode: 'assistant',
      notice: null,
    })
    expect(only(events).at(-1)).toMatchObject({ status: 'complete', finishReason: 'stop' })
  })

  it('are what is stored', async () => {
    const events = only(await (await askOpen(hub, user, { content: 'bonjour' })).rest())
    const [start] = events
    if (start?.type !== 'start') throw new Error('no start')
    const stored = await storedOf(start.conversationId, start.messageId)
    expect(stored).toMatchObject({ content: textOf(events), status: 'complete', provider: 'ollama' })
    const usage = events.find(({ type }) => type === 'usage')
    const { body } = await user.get('/api/chat/tokens')
    expect(usage).toMatchObject({ quota: { used: body.used, limit: body.quota } })
  })
})

describe('an answer whose reader leaves', () => {
  it('is completed, and resumed without a lost or doubled event', async () => {
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { messageId, conversationId } = await startOf(stream)
    await stream.until((event) => event.type === 'delta' && event.text.includes('mot2'))
    const lastId = stream.events.at(-1)?.id ?? 0
    await stream.leave()
    const rest = await (await resume(hub.url, user, { messageId, lastId })).rest()
    const all = [...stream.events, ...rest]
    expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1))
    expect(textOf(only(all))).toBe(words.join(''))
    expect(only(all).at(-1)).toMatchObject({ type: 'done', status: 'complete' })
    expect(await storedOf(conversationId, messageId)).toMatchObject({ content: words.join('') })
  })

  it('is completed also when nobody comes back', async () => {
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { messageId, conversationId } = await startOf(stream)
    await stream.leave()
    const stored = await untilStored(conversationId, messageId, 'complete')
    expect(stored?.content).toBe(words.join(''))
  })

  it('gives several readers the same events', async () => {
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { messageId } = await startOf(stream)
    const others = await Promise.all([1, 2].map(() => resume(hub.url, user, { messageId })))
    const all = await Promise.all([stream, ...others].map((one) => one.rest()))
    expect(all[1]).toEqual(all[0])
    expect(all[2]).toEqual(all[0])
  })

  it('ends a stream that is resumed at or after its end', async () => {
    const stream = await askOpen(hub, user, { content: 'bonjour' })
    const { messageId } = await startOf(stream)
    const count = (await stream.rest()).length
    for (const lastId of [count, count + 7]) {
      const again = await resume(hub.url, user, { messageId, lastId })
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), 3_000))
      expect(await Promise.race([again.rest(), late])).toEqual([])
    }
    expect(await (await resume(hub.url, user, { messageId, lastId: -3 })).rest()).toHaveLength(count)
  })
})

describe('one answer at a time', () => {
  it('is written in a conversation', async () => {
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { conversationId, messageId } = await startOf(stream)
    const { body: conversation } = await user.get(`/api/chat/conversations/${conversationId}`)
    expect(conversation.streamingMessageId).toBe(messageId)
    const input = { mode: 'flash', content: 'et puis ?', conversationId }
    const second = await user.send('POST', '/api/chat/message', input)
    expect(second).toMatchObject({ status: 409, body: { error: { code: 'CONFLICT', reason: 'chat.busy' } } })
    await stream.rest()
    expect((await user.send('POST', '/api/chat/message', input)).status).toBe(200)
    const { body } = await user.get(`/api/chat/conversations/${conversationId}/messages`)
    expect((body.items as { role: string }[]).map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ])
  })

  it('starts one of several questions that arrive together', async () => {
    const created = await user.send('POST', '/api/chat/conversations', {})
    replySlowly()
    const input = { mode: 'flash', content: 'x', conversationId: created.body.id }
    const answers = await Promise.all([1, 2, 3, 4].map(() => user.send('POST', '/api/chat/message', input)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })
})

describe('stopping', () => {
  it('keeps the text so far and ends the stream and the model call', async () => {
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { messageId, conversationId } = await startOf(stream)
    await stream.until((event) => event.type === 'delta')
    expect((await user.send('POST', `/api/chat/messages/${messageId}/stop`)).status).toBe(204)
    const events = only(await stream.rest())
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'stopped', finishReason: 'stopped' })
    expect(events.map(({ type }) => type)).not.toContain('error')
    const stored = await storedOf(conversationId, messageId)
    expect(stored).toMatchObject({ status: 'stopped', content: textOf(events), error: null })
    expect(stored?.content).not.toBe(words.join(''))
    await vi.waitFor(() => expect(hub.estate.ollama.control.disconnects()).toHaveLength(1))
    const again = await user.send('POST', `/api/chat/messages/${messageId}/stop`)
    expect(again).toMatchObject({ status: 409, body: { error: { reason: 'chat.not_running' } } })
  })
})

describe('another server', () => {
  it('tells the whole answer while it is written elsewhere, never that it was interrupted', async () => {
    const replica = await startReplica(hub)
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { messageId } = await startOf(stream)
    const there = only(await (await resume(replica.url, user, { messageId })).rest())
    await stream.rest()
    await replica.close()
    expect(there[0]).toMatchObject({ type: 'start', messageId })
    expect(textOf(there)).toBe(words.join(''))
    expect(there.at(-1)).toMatchObject({ type: 'done', status: 'complete', finishReason: 'stop' })
  })

  it('stops an answer that is written elsewhere', async () => {
    const replica = await startReplica(hub)
    replySlowly()
    const stream = await askOpen(hub, user, { content: 'raconte' })
    const { messageId, conversationId } = await startOf(stream)
    await stream.until((event) => event.type === 'delta')
    const stop = await fetch(`${replica.url}/api/chat/messages/${messageId}/stop`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
    })
    expect(stop.status).toBe(204)
    expect(only(await stream.rest()).at(-1)).toMatchObject({ type: 'done', status: 'stopped' })
    await replica.close()
    expect(await storedOf(conversationId, messageId)).toMatchObject({ status: 'stopped' })
  })

  it('ends what a killed server left behind, as interrupted, when it starts', async () => {
    const created = await user.send('POST', '/api/chat/conversations', {})
    const conversationId = String(created.body.id)
    const left = await hub.db.message.create({
      data: {
        conversationId,
        role: 'assistant',
        mode: 'assistant',
        content: 'Le début',
        status: 'streaming',
        aliveAt: new Date(Date.now() - 60_000),
      },
    })
    const replica = await startReplica(hub)
    const stored = await untilStored(conversationId, left.id, 'interrupted')
    expect(stored?.content).toBe('Le début')
    const events = only(await (await resume(replica.url, user, { messageId: left.id })).rest())
    await replica.close()
    expect(textOf(events)).toBe('Le début')
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'interrupted' })
    const next = { mode: 'flash', content: 'continue', conversationId }
    expect((await user.send('POST', '/api/chat/message', next)).status).toBe(200)
  })

  it('saves as interrupted what it was writing when it is closed', async () => {
    const replica = await startReplica(hub)
    replySlowly()
    const stream = await askOpen({ url: replica.url }, user, { content: 'raconte' })
    const { messageId, conversationId } = await startOf(stream)
    await stream.until((event) => event.type === 'delta')
    const closing = replica.close()
    const events = only(await stream.rest())
    await closing
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'interrupted' })
    const stored = await storedOf(conversationId, messageId)
    expect(stored).toMatchObject({ status: 'interrupted', content: textOf(events) })
  })
})
