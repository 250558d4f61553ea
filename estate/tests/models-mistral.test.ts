import { Mistral } from '@mistralai/mistralai'
import { HTTPValidationError, SDKError } from '@mistralai/mistralai/models/errors'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { collect, type ModelServers, openModelServers } from './models-setup.ts'

let servers: ModelServers
let client: Mistral

beforeAll(async () => {
  servers = await openModelServers()
  client = new Mistral({ apiKey: servers.state.mistralKey, serverURL: servers.mistralUrl })
})
afterEach(() => servers.state.reset())
afterAll(() => servers.close())

const model = 'mistral-small-latest'
const messages = [{ role: 'user' as const, content: 'Bonjour' }]
const tools = [
  { type: 'function' as const, function: { name: 'glpi_get_ticket', parameters: { type: 'object' } } },
]
const stream = async (extra = {}) =>
  (await collect(await client.chat.stream({ model, messages, ...extra }))).map(({ data }) => data)
const post = (body: unknown, key = servers.state.mistralKey) =>
  fetch(`${servers.mistralUrl}/v1/chat/completions`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
  })

describe('chat', () => {
  it('streams the demo sentence, then the reason and the usage', async () => {
    const chunks = await stream()
    const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')
    expect(text).toMatch(/^Réponse du modèle de démonstration/)
    expect(chunks.at(-1)?.choices[0]?.finishReason).toBe('stop')
    expect(chunks.at(-1)?.usage?.totalTokens).toBeGreaterThan(0)
    expect(chunks.slice(0, -1).every((chunk) => chunk.usage === undefined)).toBe(true)
    expect(servers.state.requests[0]).toMatchObject({
      vendor: 'mistral',
      body: { stream: true },
      outcome: 'answered',
    })
  })

  it('ends the stream with [DONE]', async () => {
    servers.state.reply({ parts: [{ text: 'a' }] })
    const response = await post({ model, messages, stream: true })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const events = (await response.text()).split('\n\n')
    expect(events.slice(-2)).toEqual(['data: [DONE]', ''])
    expect(events.slice(0, -2).every((event) => event.startsWith('data: {"id":"cmpl-'))).toBe(true)
  })

  it('sends calls mixed with text, finishing with the last of them', async () => {
    servers.state.reply({
      parts: [
        { text: 'Je regarde. ', calls: [{ name: 'glpi_get_ticket', arguments: { id: 1234 } }] },
        {
          calls: [
            { name: 'ad_check_user', arguments: { login: 'x' }, isRawObject: true, id: null },
            { name: 'ad_check_user', arguments: '{"login": "je', id: 'short' },
          ],
        },
      ],
      usage: { promptTokens: 94, completionTokens: 21 },
    })
    const chunks = await stream({ tools })
    expect(chunks).toHaveLength(2)
    const calls = chunks.flatMap((chunk) => chunk.choices[0]?.delta.toolCalls ?? [])
    expect(calls).toMatchObject([
      { id: expect.stringMatching(/^[a-zA-Z0-9]{9}$/), index: 0, function: { arguments: '{"id":1234}' } },
      { id: 'null', index: 1, function: { arguments: { login: 'x' } } },
      { id: 'short', index: 2, function: { arguments: '{"login": "je' } },
    ])
    expect(chunks.map((chunk) => chunk.choices[0]?.finishReason)).toEqual([null, 'tool_calls'])
    expect(chunks.at(-1)?.usage).toMatchObject({ promptTokens: 94, completionTokens: 21, totalTokens: 115 })
  })

  it('answers in one piece, thoughts and length included', async () => {
    servers.state.reply({ parts: [{ thinking: 'Hm.' }, { text: 'Oui' }], finishReason: 'length' })
    const answer = await client.chat.complete({ model, messages })
    expect(answer.choices?.[0]).toMatchObject({
      finishReason: 'length',
      message: { content: [{ type: 'thinking' }, { type: 'text', text: 'Oui' }] },
    })
    servers.state.reply({ parts: [{ calls: [{ name: 'f', arguments: {} }] }] })
    const called = await client.chat.complete({ model, messages, tools })
    expect(called.choices?.[0]?.finishReason).toBe('tool_calls')
    expect(called.choices?.[0]?.message?.toolCalls?.[0]?.function).toEqual({ name: 'f', arguments: '{}' })
  })

  it('takes a whole tool turn back from the package', async () => {
    servers.state.reply({ parts: [{ calls: [{ name: 'glpi_get_ticket', arguments: { id: 1 } }] }] })
    const asked = await client.chat.complete({ model, messages, tools })
    const message = asked.choices?.[0]?.message
    const call = message?.toolCalls?.[0]
    if (!message || !call) throw new Error('no call came')
    const answer = await client.chat.complete({
      model,
      tools,
      messages: [
        { role: 'system', content: 'Tu aides.' },
        ...messages,
        { ...message, role: 'assistant' },
        { role: 'tool', toolCallId: call.id ?? '', name: call.function.name, content: 'Ticket 1' },
      ],
    })
    expect(answer.choices?.[0]?.message?.content).toContain('démonstration')
  })
})

describe('rules of a conversation', () => {
  const call = (id = 'D681PevKs', name = 'f') => ({ id, function: { name, arguments: '{}' } })
  const user = { role: 'user', content: 'x' }
  const assistant = (...calls: object[]) => ({ role: 'assistant', content: '', tool_calls: calls })
  const result = (id = 'D681PevKs') => ({ role: 'tool', content: 'ok', tool_call_id: id, name: 'f' })

  it.each([
    ['an assistant last', [user, { role: 'assistant', content: 'x' }], /Expected last role User or Tool/],
    ['nothing at all', [], /Expected last role/],
    [
      'a user after a tool',
      [user, assistant(call()), result(), user],
      /Unexpected role 'user' after role 'tool'/,
    ],
    ['a tool without a call', [user, result()], /Unexpected role 'tool' after role 'user'/],
    ['a system in the middle', [user, { role: 'system', content: 'x' }, user], /Unexpected role 'system'/],
    [
      'too few results',
      [user, assistant(call(), call('E681PevKs')), result()],
      /Not the same number of function calls/,
    ],
    [
      'too many results',
      [user, assistant(call()), result(), result()],
      /Not the same number of function calls/,
    ],
    ['no result', [user, assistant(call()), user], /Not the same number of function calls/],
    [
      'a result of a plain answer',
      [user, { role: 'assistant', content: 'x' }, result()],
      /Not the same number/,
    ],
    [
      'a result of another call',
      [user, assistant(call()), result('E681PevKs')],
      /Unexpected tool call id E681PevKs/,
    ],
    [
      'an id of another vendor',
      [user, assistant(call('call_ab12')), result('call_ab12')],
      /must be a-z, A-Z, 0-9, with a length of 9/,
    ],
    ['a name with a dot', [user, assistant(call('D681PevKs', 'a.b')), result()], /Function name was a\.b/],
    ['an empty assistant', [user, { role: 'assistant', content: '' }, user], /either content or tool_calls/],
  ])('refuses %s', async (_what, conversation, message) => {
    const response = await post({ model, messages: conversation })
    const body = (await response.json()) as { message: string }
    expect(response.status).toBe(400)
    expect(body).toMatchObject({ object: 'error', param: null })
    expect(body.message).toMatch(message)
  })

  it('accepts several calls with their results, and an assistant prefix', async () => {
    const turn = [user, assistant(call(), call('E681PevKs')), result('E681PevKs'), result()]
    expect((await post({ model, messages: turn })).status).toBe(200)
    const prefix = { role: 'assistant', content: 'Donc', prefix: true }
    expect((await post({ model, messages: [user, prefix] })).status).toBe(200)
  })
})

describe('refusals', () => {
  it('a wrong key, without keeping it', async () => {
    const wrong = new Mistral({ apiKey: 'wrong', serverURL: servers.mistralUrl })
    const error = await wrong.chat.complete({ model, messages }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SDKError)
    expect(error).toMatchObject({ statusCode: 401, body: '{"detail":"Unauthorized"}' })
    await post({ model, messages })
    expect(JSON.stringify(servers.state.requests)).not.toContain(servers.state.mistralKey)
  })

  it('an unknown model, and an embedding model in a chat', async () => {
    for (const name of ['nope', 'mistral-embed']) {
      const error = await client.chat.complete({ model: name, messages }).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({
        statusCode: 400,
        body: expect.stringContaining(`Invalid model: ${name}`),
      })
    }
  })

  it.each([
    [{ messages }, { type: 'missing', loc: ['body', 'model'], msg: 'Field required' }],
    [
      { model, messages, keep_alive: 5 },
      { type: 'extra_forbidden', loc: ['body', 'keep_alive'] },
    ],
    [
      { model, messages: 'x' },
      { type: 'array_type', loc: ['body', 'messages'] },
    ],
    [{ model, messages: [{ role: 'user', content: 4 }] }, { loc: ['body', 'messages', 0, 'content'] }],
    [
      { model, messages, temperature: 9 },
      { type: 'value_error', loc: ['body', 'temperature'] },
    ],
  ])('422 for %j', async (body, detail) => {
    const response = await post(body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ detail: [detail] })
  })

  it('422 that the package understands, also for what is not JSON', async () => {
    const bad = { model, messages, temperature: 9 }
    const error = await client.chat.complete(bad).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HTTPValidationError)
    expect((await post('{"model":')).status).toBe(422)
    expect((await post('')).status).toBe(422)
  })

  it.each([400, 401, 404, 429, 500, 502, 503] as const)('a scripted %d', async (status) => {
    servers.state.reply({ fault: { kind: 'status', status, retryAfterSeconds: 3 } })
    const error = await client.chat.stream({ model, messages }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SDKError)
    expect(error).toMatchObject({ statusCode: status })
    expect((error as SDKError).headers.get('retry-after')).toBe('3')
    if (status === 429) expect((error as SDKError).body).toContain('"code":"1300"')
  })

  it('is tried again by the package after a 429', async () => {
    servers.state.reply({ fault: { kind: 'status', status: 429 } }, { parts: [{ text: 'ok' }] })
    const backoff = { initialInterval: 1, maxInterval: 5, exponent: 1, maxElapsedTime: 1000 }
    const retries = { strategy: 'backoff' as const, backoff }
    const answer = await client.chat.complete({ model, messages }, { retries })
    expect(answer.choices?.[0]?.message?.content).toBe('ok')
    expect(servers.state.requests).toHaveLength(2)
  })
})
