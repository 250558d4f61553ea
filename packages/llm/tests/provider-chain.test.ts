import { describe, expect, it } from 'vitest'
import {
  type ChatEvent,
  createBuiltinProvider,
  createOllamaProvider,
  createProviderChain,
  type Fallback,
} from '../src/index.ts'
import { collect, requestOf } from './collect.ts'
import { sendJson, sendNdjson, startWireServer } from './wire-server.ts'

const chunk = (content: string) => ({ message: { role: 'assistant', content }, done: false })
const done = { message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' }

/** An Ollama server whose answers can be changed, in a chain before the built-in assistant. */
async function chainWith(answer: { current: 'ok' | 'down' | 'cut' | 'missing' | 'busy' }) {
  const server = await startWireServer((response, { path }) => {
    if (path !== '/api/chat' && answer.current !== 'down')
      return sendJson(response, 404, { error: 'not found' })
    if (answer.current === 'down') return sendJson(response, 500, { error: 'out of memory' })
    if (answer.current === 'missing') return sendJson(response, 404, { error: "model 'qwen3' not found" })
    if (answer.current === 'busy')
      return sendJson(response, 429, { error: 'slow down' }, { 'retry-after': '60' })
    sendNdjson(response, answer.current === 'cut' ? [chunk('Bon')] : [chunk('Bonjour'), done])
    response.end()
    return undefined
  })
  const clock = { now: 0 }
  const fallbacks: Fallback[] = []
  const asked: string[] = []
  const chain = createProviderChain(
    [createOllamaProvider({ baseUrl: server.url }), createBuiltinProvider()],
    {
      models: { ollama: { flash: 'small', assistant: 'qwen3' }, builtin: 'builtin' },
      coolingMs: 30_000,
      now: () => clock.now,
      onFallback: (fallback) => fallbacks.push(fallback),
    },
  )
  const chat = (over: Partial<Parameters<typeof requestOf>[0]> = {}) =>
    collect(
      chain.chat(requestOf({ model: 'assistant', ...over }), {
        onProvider: ({ provider, model }) => asked.push(`${provider}/${model}`),
      }),
    )
  const chats = () => server.received.filter(({ path }) => path === '/api/chat')
  return { ...server, chain, chat, chats, clock, fallbacks, asked }
}

const finished = (events: ChatEvent[]) => events.at(-1)?.type === 'finish'

describe('provider chain', () => {
  it('answers with the first provider and the model set for what was asked', async () => {
    const { chat, fallbacks, asked, chats } = await chainWith({ current: 'ok' })
    expect((await chat()).text).toBe('Bonjour')
    await chat({ model: 'flash' })
    expect(asked).toEqual(['ollama/qwen3', 'ollama/small'])
    expect(chats().map(({ body }) => (body as { model: string }).model)).toEqual(['qwen3', 'small'])
    expect(fallbacks).toEqual([])
  })

  it('falls through before any output, says so, leaves the provider alone, and asks it again later', async () => {
    const answer: { current: 'ok' | 'down' } = { current: 'down' }
    const { chat, fallbacks, chats, clock, asked } = await chainWith(answer)
    const first = await chat()
    expect(first.error).toBeUndefined()
    expect(finished(first.events)).toBe(true)
    expect(fallbacks).toEqual([{ from: 'ollama', to: 'builtin', kind: 'upstream' }])
    expect(asked).toEqual(['ollama/qwen3', 'builtin/builtin'])

    answer.current = 'ok'
    clock.now = 29_000
    await chat()
    expect(chats()).toHaveLength(1)
    expect(fallbacks).toHaveLength(2)

    clock.now = 31_000
    expect((await chat()).text).toBe('Bonjour')
    expect(fallbacks).toHaveLength(2)
  })

  it('waits as long as a busy provider asked', async () => {
    const { chat, chats, clock } = await chainWith({ current: 'busy' })
    await chat()
    clock.now = 45_000
    await chat()
    expect(chats()).toHaveLength(1)
    clock.now = 61_000
    await chat()
    expect(chats()).toHaveLength(2)
  })

  it('throws a failure after output instead of answering twice', async () => {
    const { chat, fallbacks } = await chainWith({ current: 'cut' })
    const { text, error } = await chat()
    expect([text, error?.kind]).toEqual(['Bon', 'truncated'])
    expect(fallbacks).toEqual([])
  })

  it('does not leave a provider alone for a model that is missing', async () => {
    const { chat, chats, fallbacks } = await chainWith({ current: 'missing' })
    await chat()
    await chat()
    expect(chats()).toHaveLength(2)
    expect(fallbacks.map(({ kind }) => kind)).toEqual(['model_missing', 'model_missing'])
  })

  it('never asks another provider after a stop', async () => {
    const { chat, fallbacks, asked } = await chainWith({ current: 'down' })
    const controller = new AbortController()
    controller.abort()
    expect((await chat({ signal: controller.signal })).error?.kind).toBe('aborted')
    expect(asked).toEqual(['ollama/qwen3'])
    expect(fallbacks).toEqual([])
  })

  it('asks a provider that is alone even while it is cooling, and gives its error', async () => {
    const { url, received } = await startWireServer((response) => sendJson(response, 500, { error: 'x' }))
    const chats = () => received.filter(({ path }) => path === '/api/chat')
    const chain = createProviderChain([createOllamaProvider({ baseUrl: url })], { models: { ollama: 'm' } })
    expect((await collect(chain.chat(requestOf()))).error?.kind).toBe('upstream')
    expect((await collect(chain.chat(requestOf()))).error?.kind).toBe('upstream')
    expect(chats()).toHaveLength(2)
  })

  it('checks every provider', async () => {
    const { chain } = await chainWith({ current: 'down' })
    const checks = await chain.check(new AbortController().signal)
    expect(checks.map(({ provider, ok }) => [provider, ok])).toEqual([
      ['ollama', false],
      ['builtin', true],
    ])
  })
})
