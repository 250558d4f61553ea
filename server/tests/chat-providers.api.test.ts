import { ChatMessagePage, type StreamEvent } from '@hub/contracts'
import type { RunningServer } from '@hub/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askOpen, textOf } from './harness/chat-stream.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
let server: RunningServer
beforeAll(async () => {
  hub = await startTestHub({ model: 'ollama', withoutWorkflows: true })
  user = await signIn(hub, 'mmartin')
})
afterAll(() => hub?.close())
// A provider that failed is left alone for a while: each test has a server of its own.
beforeEach(async () => {
  hub.estate.ollama.control.reset()
  server = await startReplica(hub)
})
afterEach(() => server.close())

const model = () => hub.estate.ollama.control
const asked = (body: unknown) => (body as { messages: { role: string; content: string }[] }).messages

async function ask(content: string, conversationId?: string): Promise<StreamEvent[]> {
  const input = { content, ...(conversationId ? { conversationId } : {}) }
  const events = await (await askOpen({ url: server.url }, user, input)).rest()
  return events.map(({ event }) => event)
}

async function storedOf(events: StreamEvent[]) {
  const [start] = events
  if (start?.type !== 'start') throw new Error('no start')
  const page = await user.get(`/api/chat/conversations/${start.conversationId}/messages`)
  const message = ChatMessagePage.parse(page.body).items.find(({ id }) => id === start.messageId)
  if (!message) throw new Error('not stored')
  return message
}

describe('when the model is away', () => {
  it.each([
    ['fails', 'est indisponible', () => model().reply({ fault: { kind: 'status', status: 500 } })],
    [
      'is behind a broken proxy',
      'est indisponible',
      () => model().reply({ fault: { kind: 'status', status: 502 } }),
    ],
    [
      'lacks the model',
      'n’a pas le modèle demandé',
      () => model().respondWith(() => ({ fault: { kind: 'status', status: 404 } })),
    ],
    [
      'refuses the request',
      'a refusé la demande',
      () => model().respondWith(() => ({ fault: { kind: 'status', status: 400 } })),
    ],
    [
      'cuts the connection',
      'est indisponible',
      () => model().reply({ fault: { kind: 'reset', afterParts: 0 } }),
    ],
  ])('and %s, the built-in engine answers and says so', async (_name, why, fail) => {
    fail()
    const events = await ask('Quel est l’état de SWITCH-CLIN-STJEAN ?')
    expect(textOf(events)).toContain('SWITCH-CLIN-STJEAN')
    const starts = events.filter((event) => event.type === 'start')
    expect(starts.at(-1)).toMatchObject({
      provider: 'builtin',
      notice: { fr: expect.stringContaining('Ollama'), en: expect.stringContaining('Ollama') },
    })
    expect(events.at(-1)).toMatchObject({ status: 'complete' })
    expect(await storedOf(events)).toMatchObject({
      provider: 'builtin',
      notice: { fr: `Le moteur intégré répond : Ollama ${why}.` },
      content: textOf(events),
    })
  })

  it('and nothing listens at its address, the next answer does not wait for it either', async () => {
    await server.close()
    server = await startReplica(hub, { OLLAMA_BASE_URL: 'http://127.0.0.1:9' })
    for (const _round of [1, 2]) {
      const events = await ask('bonjour')
      expect(await storedOf(events)).toMatchObject({ provider: 'builtin', notice: { en: /./ } })
    }
  })
})

it('tells that the tools are away, as an answer that failed', async () => {
  await server.close()
  server = await startReplica(hub, { MCP_SERVER_URL: 'http://127.0.0.1:9/mcp' })
  const events = await ask('état ?')
  expect(events.map(({ type }) => type)).toEqual(['start', 'error', 'usage', 'done'])
  expect(events[1]).toMatchObject({ code: 'UPSTREAM_FAILED', retryable: true })
  expect(await storedOf(events)).toMatchObject({ status: 'failed', error: { code: 'UPSTREAM_FAILED' } })
})

describe('when the model breaks off in the middle', () => {
  it.each([
    ['an error', { kind: 'error', message: 'CUDA out of memory', afterParts: 2 }],
    ['a cut connection', { kind: 'reset', afterParts: 2 }],
    ['half an answer', { kind: 'truncated', afterParts: 2 }],
    ['a line that is no JSON', { kind: 'garbled', afterParts: 2 }],
  ] as const)('by %s, the text so far stays and the error is told once', async (_name, fault) => {
    model().reply({ parts: [{ text: 'Le début ' }, { text: 'de la réponse ' }, { text: 'jamais' }], fault })
    const events = await ask('raconte')
    expect(textOf(events)).toBe('Le début de la réponse ')
    const errors = events.filter((event) => event.type === 'error')
    expect(errors).toMatchObject([{ code: 'UPSTREAM_FAILED', message: expect.stringMatching(/\.$/) }])
    expect(JSON.stringify(events)).not.toContain('CUDA')
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'failed', finishReason: 'error' })
    const stored = await storedOf(events)
    expect(stored).toMatchObject({ status: 'failed', content: 'Le début de la réponse ' })
    expect(stored.error).toMatchObject({ code: 'UPSTREAM_FAILED' })
    const next = await ask('bonjour', stored.conversationId)
    expect(next.at(-1)).toMatchObject({ status: 'complete' })
  })
})

describe('what the model is told', () => {
  it('says how many messages of a long conversation are not among it', async () => {
    const { conversationId } = await storedOf(await ask('début'))
    await hub.db.message.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        conversationId,
        role: n % 2 === 0 ? 'user' : 'assistant',
        mode: 'flash',
        content: `message ${n}`,
        status: 'complete',
      })),
    })
    await ask('et le premier ?', conversationId)
    const messages = asked(model().requests.at(-1)?.body)
    const told = /The (\d+) oldest messages of this conversation are not shown/.exec(
      messages[0]?.content ?? '',
    )
    expect(Number(told?.[1])).toBe(2 + 60 + 1 - (messages.length - 1))
    expect(messages.at(-1)?.content).toBe('et le premier ?')
  })

  it('is the whole question and the conversation before it, over an answer that was stopped empty', async () => {
    const first = await storedOf(await ask('Je m’appelle Zoé.'))
    model().reply({ firstTokenMs: 5_000, parts: [{ text: 'trop tard' }] })
    const { conversationId } = first
    const stream = await askOpen({ url: server.url }, user, { content: 'Attends', conversationId })
    const start = await stream.until(({ type }) => type === 'start')
    if (start?.type !== 'start') throw new Error('no start')
    const stop = `${server.url}/api/chat/messages/${start.messageId}/stop`
    await fetch(stop, { method: 'POST', headers: { authorization: `Bearer ${user.token}` } })
    await stream.rest()
    const long = `Comment je m’appelle ? ${'x'.repeat(15_900)}`
    await ask(long, conversationId)
    const messages = asked(model().requests.at(-1)?.body)
    expect(messages[0]?.role).toBe('system')
    expect(messages.map(({ content }) => content)).toContain('Je m’appelle Zoé.')
    expect(messages.at(-1)).toMatchObject({ role: 'user', content: long })
  })
})

describe('tokens', () => {
  it('are counted over all rounds of an answer', async () => {
    const before = Number((await user.get('/api/chat/tokens')).body.used)
    const call = { name: 'glpi_get_ticket_details', arguments: { ticketId: 1234 } }
    model().reply(
      { parts: [{ calls: [call] }], usage: { promptTokens: 100, completionTokens: 7 } },
      { parts: [{ text: 'Voilà.' }], usage: { promptTokens: 200, completionTokens: 3 } },
    )
    const events = await ask('ticket 1234')
    const usage = { promptTokens: 300, completionTokens: 10, estimated: false, quota: { used: before + 310 } }
    expect(events.find(({ type }) => type === 'usage')).toMatchObject(usage)
    expect((await user.get('/api/chat/tokens')).body).toMatchObject({ used: before + 310 })
  })

  it('of the rounds before a failure are counted too', async () => {
    const before = Number((await user.get('/api/chat/tokens')).body.used)
    const call = { name: 'glpi_get_ticket_details', arguments: { ticketId: 1234 } }
    model().reply(
      { parts: [{ calls: [call] }], usage: { promptTokens: 100, completionTokens: 7 } },
      { parts: [{ text: 'Voi' }], fault: { kind: 'reset' } },
    )
    const events = await ask('ticket 1234')
    expect(events.at(-1)).toMatchObject({ status: 'failed' })
    await vi.waitFor(async () =>
      expect(Number((await user.get('/api/chat/tokens')).body.used)).toBeGreaterThanOrEqual(before + 107),
    )
  })
})
