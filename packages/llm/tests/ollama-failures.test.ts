import { afterEach, describe, expect, it, vi } from 'vitest'
import { createOllamaProvider } from '../src/index.ts'
import { chatOf, requestOf, ticketTool } from './collect.ts'
import { sendJson, sendNdjson, startWireServer } from './wire-server.ts'

const chunk = (content: string) => ({ model: 'qwen3', message: { role: 'assistant', content }, done: false })

const printed = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')]
afterEach(() => {
  for (const spy of printed) expect(spy).not.toHaveBeenCalled()
})

describe('ollama failures', () => {
  it('calls a stream that ends early truncated, after what it gave', async () => {
    const { url } = await startWireServer((response) => {
      sendNdjson(response, [chunk('Bon')])
      response.end()
    })
    const { text, error } = await chatOf(createOllamaProvider({ baseUrl: url }))
    expect([text, error?.kind, error?.retryable]).toEqual(['Bon', 'truncated', true])
  })

  it.each([
    ['{"broken', 'application/x-ndjson'],
    ['null', 'application/x-ndjson'],
    ['Proxy timeout', 'application/json'],
  ])('fails at a line %j, after what came before, with nothing of what follows', async (line, type) => {
    const { url, received } = await startWireServer((response) => {
      response.writeHead(200, { 'content-type': type })
      response.write(`${JSON.stringify(chunk('Bon'))}\n${line}\n${JSON.stringify(chunk('jour'))}\n`)
    })
    const { text, error } = await chatOf(createOllamaProvider({ baseUrl: url }))
    expect([text, error?.kind]).toEqual(['Bon', 'upstream'])
    expect(error?.message).toBe('Ollama sent something unreadable.')
    await received[0]?.closed
  })

  it('does not wait for the end of a line that is too long', async () => {
    const { url, received } = await startWireServer((response) => {
      sendNdjson(response, [chunk('Bon')])
      const more = () =>
        void (response.writable && response.write('x'.repeat(64 * 1024), () => setImmediate(more)))
      more()
    })
    const { text, error } = await chatOf(createOllamaProvider({ baseUrl: url }))
    expect([text, error?.kind]).toEqual(['Bon', 'upstream'])
    expect(error?.message).toBe('Ollama sent a line that is too long.')
    await received[0]?.closed
  })

  it('calls a connection that breaks mid-answer truncated', async () => {
    const { url } = await startWireServer((response) => {
      sendNdjson(response, [chunk('Bon')])
      setTimeout(() => response.destroy(), 30)
    })
    expect((await chatOf(createOllamaProvider({ baseUrl: url }))).error?.kind).toBe('truncated')
  })

  it('gives an error line inside the stream as upstream', async () => {
    const { url } = await startWireServer((response) => {
      sendNdjson(response, [chunk('Bon'), { error: 'model runner has unexpectedly stopped' }])
      response.end()
    })
    const { error } = await chatOf(createOllamaProvider({ baseUrl: url }))
    expect(error).toMatchObject({ kind: 'upstream', provider: 'ollama' })
    expect(error?.message).toContain('unexpectedly stopped')
  })

  it.each([
    [404, "model 'qwen3' not found", 'model_missing', false],
    [400, '"qwen3" does not support tools', 'tools_unsupported', false],
    [400, 'invalid format schema', 'bad_request', false],
    [401, 'unauthorized', 'unauthorized', false],
    [429, 'too many requests', 'rate_limited', true],
    [500, 'model requires more system memory', 'upstream', true],
    [503, 'server busy, please try again.', 'upstream', true],
  ])('answers %i "%s" with %s', async (status, message, kind, retryable) => {
    const { url } = await startWireServer((response) =>
      sendJson(response, status, { error: message }, { 'retry-after': '7' }),
    )
    const { error } = await chatOf(createOllamaProvider({ baseUrl: url }), { tools: [ticketTool] })
    expect(error).toMatchObject({ kind, retryable, retryAfterMs: 7000 })
  })

  it('never shows the body of an HTML error, nor the key', async () => {
    const { url } = await startWireServer((response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 nginx</h1> k-secret</html>')
    })
    const { error } = await chatOf(createOllamaProvider({ baseUrl: url, apiKey: 'k-secret' }))
    expect(error).toMatchObject({ kind: 'upstream', message: 'Ollama answered 502.' })
    expect(JSON.stringify(error)).not.toContain('k-secret')
  })

  it('redacts its key in the words of the server', async () => {
    const { url } = await startWireServer((response) =>
      sendJson(response, 401, { error: 'bad key k-secret' }),
    )
    const { error } = await chatOf(createOllamaProvider({ baseUrl: url, apiKey: 'k-secret' }))
    expect(error?.message).toBe('Ollama answered 401: bad key ***.')
  })

  it('refuses a login page answered with 200', async () => {
    const { url } = await startWireServer((response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>login</html>')
    })
    expect((await chatOf(createOllamaProvider({ baseUrl: url }))).error?.kind).toBe('upstream')
  })

  it('tells an unreachable server', async () => {
    const { error } = await chatOf(createOllamaProvider({ baseUrl: 'http://127.0.0.1:1' }))
    expect(error).toMatchObject({ kind: 'unreachable', retryable: true })
  })

  it('waits longer for the first token than between tokens', async () => {
    const { url, received } = await startWireServer((response) => {
      setTimeout(() => sendNdjson(response, [chunk('Bon')]), 300)
    })
    const provider = createOllamaProvider({ baseUrl: url, firstTokenTimeoutMs: 5000, idleTimeoutMs: 100 })
    const { text, error } = await chatOf(provider)
    expect([text, error?.kind, error?.message]).toEqual(['Bon', 'timeout', 'The model went silent.'])
    await received[0]?.closed
  })

  it('gives up when the first token is late, and closes the connection', async () => {
    const { url, received } = await startWireServer(() => undefined)
    const provider = createOllamaProvider({ baseUrl: url, firstTokenTimeoutMs: 100, idleTimeoutMs: 5000 })
    expect((await chatOf(provider)).error).toMatchObject({ kind: 'timeout', retryable: true })
    await received[0]?.closed
  })

  it('closes the connection when the caller stops, before and during the answer', async () => {
    const { url, received } = await startWireServer((response, { body }) => {
      if (JSON.stringify(body).includes('late')) return
      sendNdjson(response, [chunk('Bon')])
    })
    const provider = createOllamaProvider({ baseUrl: url })
    for (const content of ['now', 'late']) {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 80)
      const { error } = await chatOf(provider, {
        messages: [{ role: 'user', content }],
        signal: controller.signal,
      })
      expect(error).toMatchObject({ kind: 'aborted', retryable: false })
    }
    await Promise.all(received.map(({ closed }) => closed))
    expect(received).toHaveLength(2)
  })

  it('closes the connection when the reader walks away', async () => {
    const { url, received } = await startWireServer((response) => sendNdjson(response, [chunk('Bon')]))
    for await (const event of createOllamaProvider({ baseUrl: url }).chat(requestOf())) {
      expect(event.type).toBe('delta')
      break
    }
    await received[0]?.closed
  })
})
