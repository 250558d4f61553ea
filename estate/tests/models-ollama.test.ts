import { type ChatResponse, Ollama } from 'ollama'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { collect, type ModelServers, openModelServers } from './models-setup.ts'

let servers: ModelServers
let client: Ollama

beforeAll(async () => {
  servers = await openModelServers()
  client = new Ollama({ host: servers.ollamaUrl })
})
afterEach(() => servers.state.reset())
afterAll(() => servers.close())

const model = 'qwen3:8b'
const messages = [{ role: 'user', content: 'Bonjour' }]
const tools = [
  {
    type: 'function',
    function: {
      name: 'glpi_get_ticket',
      description: 'Lit un ticket',
      parameters: { type: 'object', properties: { id: { type: 'number' } } },
    },
  },
]
const stream = async (extra = {}) => collect(await client.chat({ model, messages, stream: true, ...extra }))
const textOf = (chunks: ChatResponse[]) => chunks.map((chunk) => chunk.message.content).join('')
const post = (path: string, body: string) =>
  fetch(`${servers.ollamaUrl}${path}`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  })

describe('chat', () => {
  it('streams the demo sentence word by word when nothing is scripted', async () => {
    const chunks = await stream()
    expect(textOf(chunks)).toMatch(/^Réponse du modèle de démonstration/)
    expect(chunks.length).toBeGreaterThan(5)
    expect(chunks.slice(0, -1).every((chunk) => !chunk.done)).toBe(true)
    expect(chunks.at(-1)).toMatchObject({ done: true, done_reason: 'stop', model })
    expect(chunks.at(-1)?.eval_count).toBeGreaterThan(0)
    expect(servers.state.requests[0]).toMatchObject({
      vendor: 'ollama',
      endpoint: 'chat',
      outcome: 'answered',
    })
  })

  it('streams by default on the wire, as NDJSON', async () => {
    const response = await post('/api/chat', JSON.stringify({ model, messages }))
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await response.text()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).done).at(-1)).toBe(true)
  })

  it('sends scripted text, thoughts and calls, in the order of the script', async () => {
    servers.state.reply({
      parts: [
        { thinking: 'Il faut le ticket.' },
        { text: 'Je regarde. ', calls: [{ name: 'glpi_get_ticket', arguments: { id: 1234 } }] },
        {
          calls: [
            { name: 'ad_check_user', arguments: { login: 'jean.dupont' }, id: null },
            { name: 'ad_check_user', arguments: '{"login": "jean', id: 'call_x' },
          ],
        },
      ],
      usage: { promptTokens: 226, completionTokens: 0 },
    })
    const chunks = await stream({ tools, think: true })
    expect(chunks[0]?.message).toMatchObject({ thinking: 'Il faut le ticket.', content: '' })
    const calls = chunks.flatMap((chunk) => chunk.message.tool_calls ?? [])
    expect(calls).toMatchObject([
      { id: expect.stringMatching(/^call_/), function: { name: 'glpi_get_ticket', arguments: { id: 1234 } } },
      { function: { name: 'ad_check_user', arguments: { login: 'jean.dupont' } } },
      { id: 'call_x', function: { arguments: '{"login": "jean' } },
    ])
    expect(calls[1]).not.toHaveProperty('id')
    expect(chunks.at(-1)).toMatchObject({ done_reason: 'stop', prompt_eval_count: 226 })
    expect(chunks.at(-1)).not.toHaveProperty('eval_count')
  })

  it('answers in one piece, with the length reason and without counters when told so', async () => {
    servers.state.reply({ parts: [{ text: 'Un ' }, { text: 'deux' }], finishReason: 'length', usage: null })
    const answer = await client.chat({ model, messages })
    expect(answer).toMatchObject({
      message: { role: 'assistant', content: 'Un deux' },
      done_reason: 'length',
    })
    expect(answer).not.toHaveProperty('prompt_eval_count')
  })

  it('takes a tool turn back, and answers by a function of the request', async () => {
    servers.state.respondWith(({ body }) => ({
      parts: [{ text: JSON.stringify(body).length > 10 ? 'vu' : '' }],
    }))
    const history = [
      ...messages,
      { role: 'assistant', content: '', tool_calls: [{ function: { name: 'f', arguments: { a: 1 } } }] },
      { role: 'tool', tool_name: 'f', content: 'ok' },
    ]
    expect((await client.chat({ model, messages: history })).message.content).toBe('vu')
    expect(servers.state.requests[0]?.body).toMatchObject({ messages: history })
  })

  it('loads and unloads a model', async () => {
    expect(await client.chat({ model, messages: [] })).toMatchObject({ done_reason: 'load' })
    expect(await client.chat({ model, messages: [], keep_alive: 0 })).toMatchObject({ done_reason: 'unload' })
  })
})

describe('refusals', () => {
  it.each([
    ['an unknown model', { model: 'nope', messages }, 404, "model 'nope' not found"],
    ['no model', { messages }, 400, 'model is required'],
    [
      'tools on a model without',
      { model: 'gemma3:4b', messages, tools },
      400,
      '"gemma3:4b" does not support tools',
    ],
    [
      'thinking on a model without',
      { model: 'gemma3:4b', messages, think: true },
      400,
      '"gemma3:4b" does not support thinking',
    ],
    ['chat with an embedding model', { model: 'bge-m3', messages }, 400, '"bge-m3" does not support chat'],
    [
      'a bad format',
      { model, messages, format: 'xml' },
      400,
      'invalid format: "xml"; expected "json" or a valid JSON Schema object',
    ],
    [
      'arguments as text in the history',
      {
        model,
        messages: [{ role: 'assistant', tool_calls: [{ function: { name: 'f', arguments: '{}' } }] }],
      },
      400,
      'json: cannot unmarshal value into Go struct field ChatRequest.messages.tool_calls.function.arguments',
    ],
    [
      'messages that are no list',
      { model, messages: 'x' },
      400,
      'json: cannot unmarshal value into Go struct field ChatRequest.messages',
    ],
  ])('%s', async (_what, body, status, error) => {
    const response = await post('/api/chat', JSON.stringify(body))
    expect([response.status, await response.json()]).toEqual([status, { error }])
  })

  it('a body that is missing or broken, and a path that does not exist', async () => {
    expect(await (await post('/api/chat', '')).json()).toEqual({ error: 'missing request body' })
    expect((await post('/api/chat', '{"model":')).status).toBe(400)
    expect((await post('/api/nothing', '{}')).status).toBe(404)
  })

  it.each([
    [400, /options/],
    [401, /unauthorized/],
    [404, /not found/],
    [429, /limit/],
    [500, /system memory/],
    [503, /server busy/],
    [502, /502 Bad Gateway/],
  ] as const)('a scripted %d', async (status, text) => {
    servers.state.reply({ fault: { kind: 'status', status } })
    await expect(stream()).rejects.toMatchObject({
      status_code: status,
      message: expect.stringMatching(text),
    })
    expect(textOf(await stream())).toContain('démonstration')
  })

  it('says when to come back', async () => {
    servers.state.reply({ fault: { kind: 'status', status: 429, retryAfterSeconds: 7 } })
    const response = await post('/api/chat', JSON.stringify({ model, messages }))
    expect(response.headers.get('retry-after')).toBe('7')
  })
})

describe('faults in mid-stream', () => {
  const parts = [{ text: 'a' }, { text: 'b' }, { text: 'c' }]

  it('stops without the end, breaks, or sends an error line', async () => {
    servers.state.reply(
      { parts, fault: { kind: 'truncated', afterParts: 2 } },
      { parts, fault: { kind: 'reset', afterParts: 1 } },
      { parts, fault: { kind: 'error', message: 'llama runner process has terminated', afterParts: 1 } },
    )
    await expect(stream()).rejects.toThrow('Did not receive done or success response in stream.')
    await expect(stream()).rejects.toThrow(/terminated/)
    await expect(stream()).rejects.toThrow('llama runner process has terminated')
    expect(servers.state.disconnects()).toEqual([])
  })

  it('sends half a line, and goes on', async () => {
    servers.state.reply({ parts, fault: { kind: 'garbled', afterParts: 1 } })
    const response = await post('/api/chat', JSON.stringify({ model, messages }))
    const [first = '', half = '', ...others] = (await response.text()).trimEnd().split('\n')
    expect(JSON.parse(first).message.content).toBe('a')
    expect(half).toMatch(/^\{"model"/)
    expect(() => JSON.parse(half)).toThrow(SyntaxError)
    expect(others.map((line) => JSON.parse(line).done)).toEqual([false, true])
  })

  it('breaks or fails an answer in one piece', async () => {
    servers.state.reply(
      { parts, fault: { kind: 'reset' } },
      { parts, fault: { kind: 'error', message: 'out of memory' } },
    )
    await expect(client.chat({ model, messages })).rejects.toThrow('fetch failed')
    await expect(client.chat({ model, messages })).rejects.toMatchObject({
      status_code: 500,
      error: 'out of memory',
    })
  })

  it('waits before the first byte and between chunks', async () => {
    servers.state.reply({ parts: [{ text: 'a' }, { text: 'b', stallMs: 120 }], firstTokenMs: 120 })
    const before = performance.now()
    const times: number[] = []
    for await (const _ of await client.chat({ model, messages, stream: true })) {
      times.push(performance.now() - before)
    }
    expect(times[0]).toBeGreaterThan(110)
    expect(times[1]).toBeGreaterThan(230)
  })

  it('notices a client that leaves, while waiting and in mid-stream', async () => {
    servers.state.reply(
      { parts, firstTokenMs: 60_000 },
      { parts: [{ text: 'a' }, { text: 'b', stallMs: 60_000 }] },
    )
    const waiting = fetch(`${servers.ollamaUrl}/api/chat`, {
      method: 'POST',
      body: JSON.stringify({ model, messages }),
      signal: AbortSignal.timeout(50),
    })
    await expect(waiting).rejects.toThrow(/timeout/)
    const answer = await client.chat({ model, messages, stream: true })
    const read = async () => {
      for await (const chunk of answer) {
        expect(chunk.message.content).toBe('a')
        answer.abort()
      }
    }
    await expect(read()).rejects.toThrow(/aborted/)
    await vi.waitFor(() => expect(servers.state.disconnects()).toHaveLength(2))
  })
})

describe('embeddings and listings', () => {
  it('gives unit vectors that depend on the text alone', async () => {
    const input = ['mot de passe oublié', 'oubli du mot de passe', 'imprimante en panne']
    const { embeddings } = await client.embed({ model: 'bge-m3', input })
    const again = await client.embed({ model: 'bge-m3', input: 'mot de passe oublié' })
    expect(again.embeddings[0]).toEqual(embeddings[0])
    expect(embeddings.map((vector) => vector.length)).toEqual([1024, 1024, 1024])
    for (const vector of embeddings) expect(Math.hypot(...vector)).toBeCloseTo(1, 10)
    const dot = (a: number[] = [], b: number[] = []) =>
      a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
    expect(dot(embeddings[0], embeddings[1])).toBeGreaterThan(dot(embeddings[0], embeddings[2]))
  })

  it('takes empty input, shorter vectors and refuses what is too long', async () => {
    expect((await client.embed({ model: 'bge-m3', input: [] })).embeddings).toEqual([])
    const short = await client.embed({ model: 'nomic-embed-text', input: 'x', dimensions: 256 })
    expect(short.embeddings[0]).toHaveLength(256)
    const input = 'mot '.repeat(9000)
    await expect(client.embed({ model: 'bge-m3', input, truncate: false })).rejects.toMatchObject({
      status_code: 400,
    })
    expect((await post('/api/embed', '{"model":"bge-m3","input":4}')).status).toBe(400)
    servers.state.fail('embed', { kind: 'status', status: 503 })
    await expect(client.embed({ model: 'bge-m3', input: 'x' })).rejects.toMatchObject({ status_code: 503 })
  })

  it('lists, shows, says what runs and which version it is', async () => {
    const names = (await client.list()).models.map(({ name }) => name)
    expect(names).toEqual(['qwen3:8b', 'gemma3:4b', 'bge-m3:latest', 'nomic-embed-text:latest'])
    const shown = await client.show({ model })
    expect(shown.capabilities).toEqual(['completion', 'tools', 'thinking'])
    expect(Object.fromEntries(Object.entries(shown.model_info))).toMatchObject({
      'qwen3.context_length': 40_960,
    })
    await expect(client.show({ model: 'nope' })).rejects.toMatchObject({ status_code: 404 })
    expect((await client.ps()).models[0]?.name).toBe(model)
    expect((await client.version()).version).toMatch(/^0\./)
    expect(await (await fetch(servers.ollamaUrl)).text()).toBe('Ollama is running')
    servers.state.fail('list', { kind: 'status', status: 502 })
    await expect(client.list()).rejects.toMatchObject({ status_code: 502 })
  })
})
