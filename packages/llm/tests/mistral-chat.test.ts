import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMistralProvider } from '../src/index.ts'
import { chatOf, requestOf, ticketTool } from './collect.ts'
import { sendEvents, sendJson, startWireServer } from './wire-server.ts'

const event = (delta: Record<string, unknown>, over: Record<string, unknown> = {}) => ({
  id: 'cmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'mistral-small',
  choices: [{ index: 0, delta, finish_reason: null, ...over }],
})
const stop = {
  ...event({ content: '' }, { finish_reason: 'stop' }),
  usage: { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 },
}
const callPart = (
  id: string | undefined,
  args: string,
  { index = 0, name = 'glpi_get_ticket_details' } = {},
) => ({
  ...(id && { id }),
  type: 'function',
  index,
  function: { name, arguments: args },
})

const printed = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'log'), vi.spyOn(console, 'group')]
afterEach(() => {
  for (const spy of printed) expect(spy).not.toHaveBeenCalled()
})

async function answering(events: unknown[], { end = true } = {}) {
  const server = await startWireServer((response) => {
    sendEvents(response, events)
    if (end) response.end()
  })
  return { ...server, provider: createMistralProvider({ apiKey: 'k-secret', serverUrl: server.url }) }
}

describe('mistral chat', () => {
  it('streams text, counted usage and the end', async () => {
    const { provider, received } = await answering([
      event({ content: 'Bon' }),
      event({ content: 'jour' }),
      stop,
      '[DONE]',
    ])
    const { events, error } = await chatOf(provider, { maxTokens: 20, temperature: 0.2 })
    expect(error).toBeUndefined()
    expect(events).toEqual([
      { type: 'delta', text: 'Bon' },
      { type: 'delta', text: 'jour' },
      { type: 'usage', promptTokens: 9, completionTokens: 3, estimated: false },
      { type: 'finish', reason: 'stop' },
    ])
    expect(received[0]?.headers.authorization).toBe('Bearer k-secret')
    expect(received[0]?.body).toMatchObject({
      model: 'qwen3',
      stream: true,
      max_tokens: 20,
      temperature: 0.2,
    })
  })

  it('leaves thinking out of the text and estimates usage', async () => {
    const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'hmm' }] }
    const { provider } = await answering([
      event({ content: [thinking, { type: 'text', text: 'Oui.' }] }, { finish_reason: 'length' }),
      '[DONE]',
    ])
    expect((await chatOf(provider)).events).toEqual([
      { type: 'delta', text: 'Oui.' },
      { type: 'usage', promptTokens: 2, completionTokens: 1, estimated: true },
      { type: 'finish', reason: 'length' },
    ])
  })

  it('puts tool calls together per index', async () => {
    const { provider, received } = await answering([
      event({ tool_calls: [callPart('D681PevKs', '{"ticket')] }),
      event({
        tool_calls: [
          callPart(undefined, 'Id": 12}', { name: '' }),
          callPart('aB3dE6gH9', '{"ticketId":13', { index: 1 }),
        ],
      }),
      event({ content: '' }, { finish_reason: 'tool_calls' }),
      '[DONE]',
    ])
    const { events } = await chatOf(provider, { tools: [ticketTool] })
    expect(events.flatMap((found) => (found.type === 'tool_call' ? [found.call] : []))).toEqual([
      { id: 'D681PevKs', name: 'glpi_get_ticket_details', arguments: { ticketId: 12 } },
      { id: 'aB3dE6gH9', name: 'glpi_get_ticket_details', arguments: '{"ticketId":13' },
    ])
    expect(events.at(-1)).toEqual({ type: 'finish', reason: 'tool_calls' })
    expect(received[0]?.body).toMatchObject({
      tool_choice: 'auto',
      tools: [{ type: 'function', function: ticketTool }],
    })
  })

  it('keeps apart two whole calls that share an index', async () => {
    const { provider } = await answering([
      event({
        tool_calls: [callPart('aaaaaaaaa', '{"ticketId":1}'), callPart('bbbbbbbbb', '{"ticketId":2}')],
      }),
      event({ content: '' }, { finish_reason: 'tool_calls' }),
      '[DONE]',
    ])
    const { events } = await chatOf(provider, { tools: [ticketTool] })
    expect(events.filter(({ type }) => type === 'tool_call')).toHaveLength(2)
  })

  it('sends a history from another provider with ids of 9 characters, the same for call and result', async () => {
    const { provider, received } = await answering([stop, '[DONE]'])
    await chatOf(provider, {
      messages: [
        { role: 'user', content: 'ticket 12' },
        {
          role: 'assistant',
          content: '',
          toolCalls: [{ id: 'call_0', name: 'glpi_get_ticket_details', arguments: { ticketId: 12 } }],
        },
        {
          role: 'tool',
          content: '{"status":"ok"}',
          toolCallId: 'call_0',
          toolName: 'glpi_get_ticket_details',
        },
      ],
    })
    const body = received[0]?.body as {
      messages: { tool_calls?: { id: string; function: unknown }[]; tool_call_id?: string }[]
    }
    const id = body.messages[1]?.tool_calls?.[0]?.id
    expect(id).toMatch(/^[A-Za-z0-9]{9}$/)
    expect(body.messages[2]?.tool_call_id).toBe(id)
    expect(body.messages[1]?.tool_calls?.[0]?.function).toMatchObject({ arguments: '{"ticketId":12}' })
  })
})

describe('mistral failures', () => {
  it.each([
    ['no end at all', [event({ content: 'Bon' })]],
    ['an end without a reason', [event({ content: 'Bon' }), '[DONE]']],
  ])('calls a stream with %s truncated', async (_, events) => {
    const { provider } = await answering(events)
    const { text, error } = await chatOf(provider)
    expect([text, error?.kind]).toEqual(['Bon', 'truncated'])
  })

  it('fails at an event that is no JSON, after what came before, with nothing of what follows', async () => {
    const wire = [event({ content: 'Bon' }), '{"broken', event({ content: 'jour' })]
      .map((data) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)
      .join('')
    const { url, received } = await startWireServer((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(wire)
    })
    const { text, error } = await chatOf(createMistralProvider({ apiKey: 'k', serverUrl: url }))
    expect([text, error?.kind]).toEqual(['Bon', 'upstream'])
    await received[0]?.closed
  })

  it('does not wait for the end of an event that is too long, however many lines it has', async () => {
    const { url, received } = await startWireServer((response) => {
      sendEvents(response, [event({ content: 'Bon' })])
      const line = `data: ${'x'.repeat(1_000)}\n`.repeat(64)
      const more = () => void (response.writable && response.write(line, () => setImmediate(more)))
      more()
    })
    const { text, error } = await chatOf(createMistralProvider({ apiKey: 'k', serverUrl: url }))
    expect([text, error?.message]).toEqual(['Bon', 'Mistral sent an event that is too long.'])
    await received[0]?.closed
  })

  it('calls a broken connection truncated', async () => {
    const { url } = await startWireServer((response) => {
      sendEvents(response, [event({ content: 'Bon' })])
      setTimeout(() => response.destroy(), 30)
    })
    expect((await chatOf(createMistralProvider({ apiKey: 'k', serverUrl: url }))).error?.kind).toBe(
      'truncated',
    )
  })

  it('gives an error inside the stream as upstream, in our own words', async () => {
    const { provider } = await answering([
      event({ content: 'Bon' }),
      { object: 'error', message: 'boom', type: 'x' },
    ])
    const { error } = await chatOf(provider)
    expect(error).toMatchObject({
      kind: 'upstream',
      message: 'Mistral failed while answering or sent something unreadable.',
    })
  })

  it.each([
    [401, { detail: 'Unauthorized' }, 'unauthorized'],
    [400, { object: 'error', message: 'Invalid model: qwen3', code: '1500' }, 'model_missing'],
    [400, { object: 'error', message: 'Not the same number of function calls and responses' }, 'bad_request'],
    [
      422,
      { detail: [{ type: 'missing', loc: ['body', 'model'], msg: 'Field required', input: {} }] },
      'bad_request',
    ],
    [429, { message: 'Requests rate limit exceeded' }, 'rate_limited'],
    [500, { message: 'internal error' }, 'upstream'],
  ])('answers %i %j with %s', async (status, body, kind) => {
    const { url } = await startWireServer((response) =>
      sendJson(response, status, body, { 'retry-after': '3' }),
    )
    const { error } = await chatOf(createMistralProvider({ apiKey: 'k-secret', serverUrl: url }))
    expect(error).toMatchObject({ kind, retryAfterMs: 3000, provider: 'mistral' })
    expect(JSON.stringify(error) + error?.stack).not.toContain('k-secret')
  })

  it('never shows the body of an HTML error', async () => {
    const { url } = await startWireServer((response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>nginx k-secret</html>')
    })
    const { error } = await chatOf(createMistralProvider({ apiKey: 'k-secret', serverUrl: url }))
    expect(error).toMatchObject({ kind: 'upstream', message: 'Mistral answered 502.' })
  })

  it('tells an unreachable server', async () => {
    const { error } = await chatOf(createMistralProvider({ apiKey: 'k', serverUrl: 'http://127.0.0.1:1' }))
    expect(error?.kind).toBe('unreachable')
  })

  it('prints nothing when MISTRAL_DEBUG is set', async () => {
    vi.stubEnv('MISTRAL_DEBUG', 'true')
    const { provider } = await answering([stop, '[DONE]'])
    expect((await chatOf(provider)).error).toBeUndefined()
    vi.unstubAllEnvs()
  })

  it('has two timeouts and closes the connection on both', async () => {
    const { url, received } = await startWireServer((response, { body }) => {
      if (JSON.stringify(body).includes('late')) return
      sendEvents(response, [event({ content: 'Bon' })])
    })
    const provider = createMistralProvider({
      apiKey: 'k',
      serverUrl: url,
      firstTokenTimeoutMs: 400,
      idleTimeoutMs: 100,
    })
    const silent = await chatOf(provider)
    expect([silent.text, silent.error?.message]).toEqual(['Bon', 'The model went silent.'])
    const late = await chatOf(provider, { messages: [{ role: 'user', content: 'late' }] })
    expect(late.error).toMatchObject({
      kind: 'timeout',
      message: 'The model did not start to answer in time.',
    })
    await Promise.all(received.map(({ closed }) => closed))
  })

  it('closes the connection when the caller stops or walks away', async () => {
    const { provider, received } = await answering([event({ content: 'Bon' })], { end: false })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 80)
    expect((await chatOf(provider, { signal: controller.signal })).error?.kind).toBe('aborted')
    for await (const found of provider.chat(requestOf())) {
      expect(found.type).toBe('delta')
      break
    }
    await Promise.all(received.map(({ closed }) => closed))
    expect(received).toHaveLength(2)
  })
})
