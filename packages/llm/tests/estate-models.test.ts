import { type Estate, startEstate } from '@hub/estate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createMistralProvider,
  createOllamaProvider,
  createProviderChain,
  type LlmProvider,
} from '../src/index.ts'
import { chatOf, collect, requestOf, ticketTool } from './collect.ts'

let estate: Estate
let ollama: LlmProvider
let mistral: LlmProvider

beforeAll(async () => {
  estate = await startEstate({ secrets: { mistralApiKey: 'k-secret' } })
  const timeouts = { firstTokenTimeoutMs: 1000, idleTimeoutMs: 150 }
  ollama = createOllamaProvider({ baseUrl: estate.ollama.url, ...timeouts })
  mistral = createMistralProvider({ apiKey: 'k-secret', serverUrl: estate.mistral.url, ...timeouts })
})
beforeEach(() => {
  estate.ollama.control.reset()
  estate.mistral.control.reset()
})
afterAll(() => estate.close())

const vendors = [
  {
    name: 'ollama',
    model: 'qwen3:8b',
    embedModel: 'bge-m3:latest',
    get: () => ollama,
    stateOf: () => estate.ollama.control,
  },
  {
    name: 'mistral',
    model: 'mistral-large-latest',
    embedModel: 'mistral-embed',
    get: () => mistral,
    stateOf: () => estate.mistral.control,
  },
]
const parts = [{ thinking: 'hmm' }, { text: 'Bon' }, { text: 'jour' }]
const call = { name: ticketTool.name, arguments: { ticketId: 1234 } }

describe.each(vendors)('$name of the estate', ({ model, embedModel, get, stateOf }) => {
  it('streams an answer', async () => {
    stateOf().reply({ parts, usage: { promptTokens: 12, completionTokens: 5 } })
    expect((await chatOf(get(), { model })).events).toEqual([
      { type: 'delta', text: 'Bon' },
      { type: 'delta', text: 'jour' },
      { type: 'usage', promptTokens: 12, completionTokens: 5, estimated: false },
      { type: 'finish', reason: 'stop' },
    ])
  })

  it('calls tools, and takes the history back with the results', async () => {
    stateOf().reply(
      { parts: [{ calls: [call, { ...call, arguments: '{"ticketId": 12' }] }], usage: null },
      { parts },
    )
    const first = await chatOf(get(), { model, tools: [ticketTool] })
    const calls = first.events.flatMap((event) => (event.type === 'tool_call' ? [event.call] : []))
    expect(calls.map((found) => found.arguments)).toEqual([{ ticketId: 1234 }, '{"ticketId": 12'])
    expect(first.events.at(-1)).toEqual({ type: 'finish', reason: 'tool_calls' })
    expect(first.events.at(-2)).toMatchObject({ type: 'usage', estimated: true })
    const messages = [
      { role: 'user' as const, content: 'ticket 1234 ?' },
      { role: 'assistant' as const, content: '', toolCalls: calls },
      ...calls.map(({ id, name }) => ({
        role: 'tool' as const,
        content: '{}',
        toolCallId: id,
        toolName: name,
      })),
    ]
    expect(await chatOf(get(), { model, tools: [ticketTool], messages })).toMatchObject({ text: 'Bonjour' })
  })

  it('takes the history of another provider, ids, gaps and order notwithstanding', async () => {
    const toolCalls = ['call_0', 'call_1'].map((id) => ({ id, name: 'odd name!', arguments: 'no json' }))
    const { error } = await chatOf(get(), {
      model,
      tools: [ticketTool],
      messages: [
        { role: 'user', content: 'a' },
        { role: 'system', content: 'be kind' },
        { role: 'assistant', content: '', toolCalls },
        { role: 'tool', content: '{}', toolCallId: 'call_1', toolName: 'odd name!' },
        { role: 'user', content: 'b' },
        { role: 'user', content: 'c' },
      ],
    })
    expect(error).toBeUndefined()
  })

  it.each([
    [{ kind: 'truncated', afterParts: 2 } as const, 'truncated'],
    [{ kind: 'reset', afterParts: 2 } as const, 'truncated'],
    [{ kind: 'error', message: 'the runner died', afterParts: 2 } as const, 'upstream'],
    [{ kind: 'garbled', afterParts: 2 } as const, 'upstream'],
  ])('gives what came before %j, then %s', async (fault, kind) => {
    stateOf().reply({ parts, fault })
    const { text, error } = await chatOf(get(), { model })
    expect([text, error?.kind]).toEqual(['Bon', kind])
  })

  it('gives what came before a line of more than a megabyte, then says so, and leaves', async () => {
    const long = { text: 'x'.repeat(1_000_001) }
    stateOf().reply({ parts: [...parts.slice(0, 2), long, { text: 'jour', stallMs: 5000 }] })
    const { text, error } = await chatOf(get(), { model })
    expect([text, error?.kind]).toEqual(['Bon', 'upstream'])
    expect(error?.message).toMatch(/^(Ollama sent a line|Mistral sent an event) that is too long\.$/)
    await expect.poll(() => stateOf().disconnects().length).toBe(1)
  })

  it('takes a line of less than that', async () => {
    const long = 'x'.repeat(900_000)
    stateOf().reply({ parts: [{ text: long }, { text: 'fin' }] })
    expect((await chatOf(get(), { model })).text).toBe(`${long}fin`)
  })

  it.each([
    [429, 'rate_limited'],
    [502, 'upstream'],
    [500, 'upstream'],
    [401, 'unauthorized'],
    [400, 'bad_request'],
  ] as const)('answers %i with %s and no markup', async (status, kind) => {
    stateOf().reply({ fault: { kind: 'status', status, retryAfterSeconds: 4 } })
    const { error } = await chatOf(get(), { model })
    expect(error?.kind).toBe(kind)
    expect(error?.message).not.toMatch(/[<>]|k-secret/)
    if (status === 429) expect(error?.retryAfterMs).toBe(4000)
  })

  it('knows an unknown model', async () => {
    expect((await chatOf(get(), { model: 'nope-1' })).error?.kind).toBe('model_missing')
  })

  it('waits for a slow first token, not for a long silence', async () => {
    stateOf().reply(
      { parts, firstTokenMs: 400 },
      { parts: [{ text: 'Bon' }, { text: 'jour', stallMs: 5000 }] },
    )
    expect((await chatOf(get(), { model })).text).toBe('Bonjour')
    expect(await chatOf(get(), { model })).toMatchObject({ text: 'Bon', error: { kind: 'timeout' } })
    await expect.poll(() => stateOf().disconnects().length).toBe(1)
  })

  it('closes the connection upstream when the caller stops', async () => {
    stateOf().reply({ parts: [{ text: 'Bon' }, { text: 'jour', stallMs: 5000 }] })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 80)
    expect((await chatOf(get(), { model, signal: controller.signal })).error?.kind).toBe('aborted')
    await expect.poll(() => stateOf().disconnects().length).toBe(1)
  })

  it('embeds, and is checked', async () => {
    const { signal } = new AbortController()
    const result = await get().embed?.({ model: embedModel, texts: ['imprimante', 'mot de passe'], signal })
    expect(result).toMatchObject({ dim: 1024, vectors: [expect.any(Array), expect.any(Array)] })
    const check = await get().check(signal)
    expect(check.ok).toBe(true)
    expect(check.models.length).toBeGreaterThan(1)
  })
})

describe('chain over the estate', () => {
  it('moves from Ollama to Mistral before any output', async () => {
    estate.ollama.control.reply({ fault: { kind: 'status', status: 503 } })
    estate.mistral.control.reply({ parts })
    const fallbacks: unknown[] = []
    const chain = createProviderChain([ollama, mistral], {
      models: { ollama: 'qwen3:8b', mistral: { flash: 'mistral-small-latest' } },
      onFallback: (fallback) => fallbacks.push(fallback),
    })
    expect((await collect(chain.chat(requestOf({ model: 'flash' })))).text).toBe('Bonjour')
    expect(fallbacks).toEqual([{ from: 'ollama', to: 'mistral', kind: 'upstream' }])
  })

  it('tells a model that takes no tools', async () => {
    const { error } = await chatOf(ollama, { model: 'gemma3:4b', tools: [ticketTool] })
    expect(error?.kind).toBe('tools_unsupported')
  })
})
