import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOllamaProvider } from '../src/index.ts'
import { chatOf, ticketTool } from './collect.ts'
import { sendNdjson, startWireServer } from './wire-server.ts'

const chunk = (content: string, over: Record<string, unknown> = {}) => ({
  model: 'qwen3',
  created_at: '2026-01-12T09:00:00.1Z',
  message: { role: 'assistant', content },
  done: false,
  ...over,
})
const done = { ...chunk(''), done: true, done_reason: 'stop', prompt_eval_count: 226, eval_count: 40 }
const callChunk = (args: unknown, id?: string) =>
  chunk('', {
    message: {
      role: 'assistant',
      content: '',
      tool_calls: [{ ...(id && { id }), function: { name: 'glpi_get_ticket_details', arguments: args } }],
    },
  })

const printed = vi.spyOn(console, 'warn')
const logged = vi.spyOn(console, 'log')
beforeEach(() => {
  printed.mockClear()
  logged.mockClear()
})
afterEach(() => {
  expect(printed).not.toHaveBeenCalled()
  expect(logged).not.toHaveBeenCalled()
})

describe('ollama chat', () => {
  it('streams text, counted usage and the end', async () => {
    const { url, received } = await startWireServer((response) => {
      sendNdjson(response, [chunk('Bon'), chunk('jour'), done])
      response.end()
    })
    const { events, error } = await chatOf(
      createOllamaProvider({ baseUrl: url, apiKey: 'k-123', contextTokens: 16384 }),
      {
        maxTokens: 50,
        temperature: 0.1,
      },
    )
    expect(error).toBeUndefined()
    expect(events).toEqual([
      { type: 'delta', text: 'Bon' },
      { type: 'delta', text: 'jour' },
      { type: 'usage', promptTokens: 226, completionTokens: 40, estimated: false },
      { type: 'finish', reason: 'stop' },
    ])
    expect(received[0]?.headers.authorization).toBe('Bearer k-123')
    expect(received[0]?.body).toMatchObject({
      stream: true,
      options: { num_predict: 50, temperature: 0.1, num_ctx: 16384 },
    })
  })

  it('sends tools and history, gives calls whole and ends with tool_calls', async () => {
    const { url, received } = await startWireServer((response) => {
      sendNdjson(response, [callChunk({ ticketId: 12 }, 'call_ab'), callChunk({ ticketId: 13 }), done])
      response.end()
    })
    const { events } = await chatOf(createOllamaProvider({ baseUrl: url }), {
      tools: [ticketTool],
      messages: [
        { role: 'user', content: 'ticket 1' },
        {
          role: 'assistant',
          content: '',
          toolCalls: [{ id: 'x1', name: 'glpi_get_ticket_details', arguments: '{bad' }],
        },
        { role: 'tool', content: '{}', toolCallId: 'x1', toolName: 'glpi_get_ticket_details' },
      ],
    })
    const calls = events.flatMap((event) => (event.type === 'tool_call' ? [event.call] : []))
    expect(calls[0]).toEqual({ id: 'call_ab', name: 'glpi_get_ticket_details', arguments: { ticketId: 12 } })
    expect(calls[1]?.id).toMatch(/^[A-Za-z0-9]{9}$/)
    expect(events.at(-1)).toEqual({ type: 'finish', reason: 'tool_calls' })
    expect(received[0]?.body).toMatchObject({
      tools: [{ type: 'function', function: ticketTool }],
      messages: [
        { role: 'user' },
        { role: 'assistant', tool_calls: [{ id: 'x1', function: { arguments: { raw: '{bad' } } }] },
        { role: 'tool', tool_name: 'glpi_get_ticket_details', tool_call_id: 'x1' },
      ],
    })
  })

  it('gives arguments that are no JSON as the raw string', async () => {
    const { url } = await startWireServer((response) => {
      sendNdjson(response, [callChunk('{"ticketId": 12'), done])
      response.end()
    })
    const { events } = await chatOf(createOllamaProvider({ baseUrl: url }), { tools: [ticketTool] })
    expect(events[0]).toMatchObject({ type: 'tool_call', call: { arguments: '{"ticketId": 12' } })
  })

  it('estimates usage when the server counted nothing, and tells a cut by length', async () => {
    const { url } = await startWireServer((response) => {
      sendNdjson(response, [chunk('12345678'), { ...chunk(''), done: true, done_reason: 'length' }])
      response.end()
    })
    const { events } = await chatOf(createOllamaProvider({ baseUrl: url }))
    expect(events.slice(1)).toEqual([
      { type: 'usage', promptTokens: 2, completionTokens: 2, estimated: true },
      { type: 'finish', reason: 'length' },
    ])
  })

  it('takes lines however they are cut into pieces, and empty lines between them', async () => {
    const wire = new TextEncoder().encode(
      [chunk('é\u{1F600}'), '', chunk('b'), done]
        .map((line) => `${line === '' ? '' : JSON.stringify(line)}\r\n`)
        .join(''),
    )
    const { url } = await startWireServer(async (response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      for (const byte of wire) await new Promise((sent) => response.write(Uint8Array.of(byte), sent))
      response.end()
    })
    const { text, error } = await chatOf(createOllamaProvider({ baseUrl: url }))
    expect([text, error]).toEqual(['é\u{1F600}b', undefined])
  })
})
