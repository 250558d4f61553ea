import { describe, expect, it } from 'vitest'
import { createMistralProvider, createOllamaProvider } from '../src/index.ts'
import { sendJson, startWireServer } from './wire-server.ts'

const signal = () => new AbortController().signal

describe('embed', () => {
  it('gives vectors in order from Ollama', async () => {
    const { url, received } = await startWireServer((response) =>
      sendJson(response, 200, {
        model: 'bge-m3',
        embeddings: [
          [1, 0],
          [0, 1],
        ],
      }),
    )
    const result = await createOllamaProvider({ baseUrl: url }).embed?.({
      model: 'bge-m3',
      texts: ['a', 'b'],
      signal: signal(),
    })
    expect(result).toEqual({
      model: 'bge-m3',
      dim: 2,
      vectors: [
        [1, 0],
        [0, 1],
      ],
    })
    expect(received[0]).toMatchObject({ path: '/api/embed', body: { model: 'bge-m3', input: ['a', 'b'] } })
  })

  it('refuses an answer with vectors missing', async () => {
    const { url } = await startWireServer((response) => sendJson(response, 200, { embeddings: [[1, 0]] }))
    const embedding = createOllamaProvider({ baseUrl: url }).embed?.({
      model: 'm',
      texts: ['a', 'b'],
      signal: signal(),
    })
    await expect(embedding).rejects.toMatchObject({ kind: 'upstream' })
  })

  it('sorts by index and sends long inputs to Mistral in batches', async () => {
    const { url, received } = await startWireServer((response, { body }) => {
      const { input } = body as { input: string[] }
      const data = input
        .map((text, index) => ({ object: 'embedding', embedding: [text.length, index], index }))
        .reverse()
      const usage = { prompt_tokens: 1, completion_tokens: 0, total_tokens: 1 }
      sendJson(response, 200, { id: 'e', object: 'list', model: 'mistral-embed', data, usage })
    })
    const texts = ['a', 'bb', 'c'.repeat(30_000), 'd'.repeat(20_000)]
    const result = await createMistralProvider({ apiKey: 'k', serverUrl: url }).embed?.({
      model: 'mistral-embed',
      texts,
      signal: signal(),
    })
    expect(result?.vectors.map(([length]) => length)).toEqual([1, 2, 30_000, 20_000])
    expect(received).toHaveLength(2)
  })

  it('tells a stop by the caller', async () => {
    const { url, received } = await startWireServer(() => undefined)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 50)
    for (const provider of [
      createOllamaProvider({ baseUrl: url }),
      createMistralProvider({ apiKey: 'k', serverUrl: url }),
    ]) {
      const embedding = provider.embed?.({ model: 'm', texts: ['a'], signal: controller.signal })
      await expect(embedding).rejects.toMatchObject({ kind: 'aborted', provider: provider.id })
    }
    await Promise.all(received.map(({ closed }) => closed))
  })
})

describe('check', () => {
  it('lists the models of Ollama', async () => {
    const { url } = await startWireServer((response) =>
      sendJson(response, 200, { models: [{ name: 'qwen3:8b' }] }),
    )
    expect(await createOllamaProvider({ baseUrl: url }).check(signal())).toMatchObject({
      ok: true,
      models: ['qwen3:8b'],
    })
  })

  it('lists the models of Mistral', async () => {
    const { url } = await startWireServer((response) =>
      sendJson(response, 200, {
        object: 'list',
        data: [
          {
            id: 'mistral-small-latest',
            object: 'model',
            type: 'base',
            capabilities: { completion_chat: true },
          },
        ],
      }),
    )
    const check = await createMistralProvider({ apiKey: 'k', serverUrl: url }).check(signal())
    expect(check).toMatchObject({ ok: true, models: ['mistral-small-latest'] })
  })

  it('answers a failure instead of throwing it', async () => {
    const { url } = await startWireServer((response) => sendJson(response, 401, { detail: 'Unauthorized' }))
    const mistral = await createMistralProvider({ apiKey: 'k', serverUrl: url }).check(signal())
    expect(mistral).toMatchObject({ ok: false, detail: 'Mistral answered 401: Unauthorized.', models: [] })
    const ollama = await createOllamaProvider({ baseUrl: 'http://127.0.0.1:1' }).check(signal())
    expect(ollama).toMatchObject({ ok: false, detail: 'The model server cannot be reached.' })
  })
})
