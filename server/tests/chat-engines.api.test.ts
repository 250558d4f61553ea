import { ChatProviders, type StreamEvent } from '@hub/contracts'
import type { RunningServer } from '@hub/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { askOpen, textOf } from './harness/chat-stream.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const key = 'sk-very-secret-key'
let hub: TestHub
let user: ApiClient
let chief: ApiClient
let server: RunningServer
beforeAll(async () => {
  hub = await startTestHub({ model: 'ollama', withoutWorkflows: true })
  user = await signIn(hub, 'mmartin')
  chief = await signIn(hub, 'abenali')
})
afterAll(() => hub?.close())
beforeEach(() => hub.estate.ollama.control.reset())
afterEach(() => server?.close())

const chats = () =>
  hub.estate.ollama.control.requests
    .filter(({ endpoint }) => endpoint === 'chat')
    .map(({ body }) => body as { model: string; tools?: unknown[]; messages: { content: string }[] })

async function ask(content: string, mode = 'assistant'): Promise<StreamEvent[]> {
  const stream = await askOpen({ url: server.url }, user, { content, mode })
  return (await stream.rest()).map(({ event }) => event)
}

const at = (path: string, init: { method?: string; body?: unknown; token?: string } = {}) =>
  request({ ...hub, url: server.url }, path, { token: chief.token, ...init })
const providers = async () => ChatProviders.parse((await at('/api/chat/providers')).body)
const test = (id: string, body?: unknown) =>
  at(`/api/chat/providers/${id}/test`, { method: 'POST', ...(body === undefined ? {} : { body }) })

describe('a model that cannot call tools', () => {
  it('is known from the listing of its server, asked without, and the reader is told', async () => {
    server = await startReplica(hub, { OLLAMA_MODEL_ASSISTANT: 'gemma3:4b' })
    const events = await ask('état du switch ?')
    expect(events[0]).toMatchObject({
      provider: 'ollama',
      model: 'gemma3:4b',
      notice: { fr: expect.stringContaining('gemma3:4b ne peut pas utiliser les outils') },
    })
    expect(events.at(-1)).toMatchObject({ status: 'complete' })
    expect(chats()).toHaveLength(1)
    expect(chats()[0]?.tools ?? []).toEqual([])
    expect(chats()[0]?.messages[0]?.content).toContain('NO tools')
    const models = (await providers()).items[0]?.models
    expect(models?.find(({ mode }) => mode === 'assistant')).toMatchObject({ canCallTools: false })
    expect(models?.find(({ mode }) => mode === 'flash')).toMatchObject({
      model: 'qwen3:8b',
      canCallTools: true,
      installed: true,
      contextTokens: 16_384,
    })
  })

  it('is noticed by its refusal too', async () => {
    server = await startReplica(hub)
    hub.estate.ollama.control.reply({
      fault: { kind: 'status', status: 400, message: '"qwen3:8b" does not support tools' },
    })
    const first = await ask('état ?')
    expect(first.at(-1)).toMatchObject({ status: 'complete' })
    expect(first.filter(({ type }) => type === 'start').at(-1)).toMatchObject({
      provider: 'ollama',
      notice: { en: expect.stringContaining('cannot use the tools') },
    })
    await ask('et encore ?')
    expect(chats().map(({ tools = [] }) => tools.length > 0)).toEqual([true, false, false])
  })
})

it('a context too small for the whole conversation gets the rules, the question and the newest of it', async () => {
  server = await startReplica(hub, { OLLAMA_CONTEXT_TOKENS: '2048' })
  const events = await ask(`Début ${'x'.repeat(9_000)} fin ?`, 'code')
  expect(events.at(-1)).toMatchObject({ status: 'complete' })
  const question = chats()[0]?.messages.at(-1)?.content ?? ''
  expect(question.length).toBeLessThan(5_500)
  expect(question).toMatch(/^Début x+\s+\[\.\.\. \d+ characters left out: .*\]\s+x+ fin \?$/)
})

describe('the engines', () => {
  it('are shown in order with who answers, models, latency and errors without secrets', async () => {
    server = await startReplica(hub, {
      LLM_PROVIDERS: 'mistral,ollama',
      MISTRAL_API_KEY: key,
      MISTRAL_URL: hub.estate.mistral.url,
      MISTRAL_MODEL_CODE: 'codestral-2508',
    })
    expect(textOf(await ask('bonjour', 'flash'))).toContain('modèle de démonstration')
    const { items, measuredBy } = await providers()
    expect(items.map(({ id, answering }) => [id, answering])).toEqual([
      ['mistral', false],
      ['ollama', true],
      ['builtin', false],
    ])
    expect(items[0]).toMatchObject({ state: 'down', lastError: { kind: 'unauthorized' } })
    expect(items[0]?.restsUntil).not.toBeNull()
    expect(items[0]?.lastError?.message.fr).toContain('refuse la clé du Hub')
    expect(items[0]?.models.find(({ mode }) => mode === 'code')?.model).toBe('codestral-2508')
    expect(items[1]).toMatchObject({ state: 'up', calls: 1, errors: 0, firstOutputMs: { samples: 1 } })
    expect(measuredBy.process).toContain(String(process.pid))
    expect(JSON.stringify(items)).not.toContain(key)
    expect(hub.logs.join('')).not.toContain(key)
  })

  it('are tried by a real question, which says latency or error in words', async () => {
    server = await startReplica(hub)
    const good = await test('ollama', { mode: 'code' })
    expect(good).toMatchObject({ status: 200, body: { ok: true, model: 'qwen3:8b', error: null } })
    expect(good.body.firstOutputMs).toBeGreaterThanOrEqual(0)
    hub.estate.ollama.control.reply({ fault: { kind: 'status', status: 500, message: 'out of memory' } })
    const bad = await test('ollama')
    expect(bad.body).toMatchObject({
      ok: false,
      firstOutputMs: null,
      error: { kind: 'upstream', message: { fr: expect.stringContaining('a échoué') } },
    })
    expect((await test('mistral')).status).toBe(404)
    expect((await test('ollama', { mode: 'poetry' })).status).toBe(400)
    for (let n = 0; n < 3; n += 1) await test('builtin')
    expect(await test('builtin')).toMatchObject({
      status: 429,
      body: { error: { reason: 'limit.provider_test' } },
    })
  })

  it('are for N3 and more', async () => {
    server = await startReplica(hub)
    expect((await at('/api/chat/providers', { token: user.token })).status).toBe(403)
    const init = { method: 'POST', token: user.token }
    expect((await at('/api/chat/providers/ollama/test', init)).status).toBe(403)
  })
})
