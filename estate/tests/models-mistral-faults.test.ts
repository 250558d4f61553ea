import { Mistral } from '@mistralai/mistralai'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
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
const stream = async (extra = {}) =>
  (await collect(await client.chat.stream({ model, messages, ...extra }))).map(({ data }) => data)

describe('faults in mid-stream', () => {
  const parts = [{ text: 'a' }, { text: 'b' }, { text: 'c' }]

  it('stops silently without reason and [DONE]', async () => {
    servers.state.reply({ parts, fault: { kind: 'truncated', afterParts: 2 } })
    const chunks = await stream()
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content)).toEqual(['a', 'b'])
    expect(chunks.every((chunk) => chunk.choices[0]?.finishReason === null)).toBe(true)
  })

  it('breaks, or sends an error object', async () => {
    servers.state.reply(
      { parts, fault: { kind: 'reset', afterParts: 1 } },
      { parts, fault: { kind: 'error', message: 'overloaded', afterParts: 1 } },
    )
    await expect(stream()).rejects.toThrow('terminated')
    await expect(stream()).rejects.toMatchObject({ name: 'ZodError' })
    expect(servers.state.disconnects()).toEqual([])
  })

  it('stalls, and notices a client that leaves', async () => {
    servers.state.reply({ parts: [{ text: 'a' }, { text: 'b', stallMs: 60_000 }], firstTokenMs: 50 })
    const before = performance.now()
    for await (const { data } of await client.chat.stream({ model, messages })) {
      expect(data.choices[0]?.delta.content).toBe('a')
      expect(performance.now() - before).toBeGreaterThan(45)
      break
    }
    await vi.waitFor(() => expect(servers.state.disconnects()).toHaveLength(1))
  })

  it('answers many at once, each with its own reply', async () => {
    servers.state.respondWith(({ body }) => {
      const { messages: given } = body as { messages: { content: string }[] }
      return { parts: [{ text: given.at(-1)?.content ?? '' }, { text: '!', stallMs: 20 }] }
    })
    const asked = Array.from({ length: 10 }, (_, index) => `n${index}`)
    const answers = await Promise.all(
      asked.map((content) => stream({ messages: [{ role: 'user', content }] })),
    )
    const texts = answers.map((chunks) => chunks.map((chunk) => chunk.choices[0]?.delta.content).join(''))
    expect(texts).toEqual(asked.map((content) => `${content}!`))
  })
})

describe('embeddings and models', () => {
  it('gives 1024 numbers of unit length, the same for the same text', async () => {
    const inputs = ['mot de passe', 'imprimante']
    const first = await client.embeddings.create({ model: 'mistral-embed', inputs })
    const second = await client.embeddings.create({ model: 'mistral-embed', inputs: 'imprimante' })
    expect(first.data.map(({ index, embedding }) => [index, embedding?.length])).toEqual([
      [0, 1024],
      [1, 1024],
    ])
    expect(Math.hypot(...(first.data[0]?.embedding ?? []))).toBeCloseTo(1, 10)
    expect(second.data[0]?.embedding).toEqual(first.data[1]?.embedding)
    expect(first.usage.totalTokens).toBeGreaterThan(0)
  })

  it('refuses batches that are too big, sizes it does not have, and other models', async () => {
    const create = (request: Parameters<typeof client.embeddings.create>[0]) =>
      client.embeddings.create(request).catch((thrown: unknown) => thrown)
    const big = { model: 'mistral-embed', inputs: Array.from({ length: 20 }, () => 'mot '.repeat(1000)) }
    expect(await create(big)).toMatchObject({ statusCode: 400, body: expect.stringContaining('3210') })
    const sized = { model: 'mistral-embed', inputs: 'x', outputDimension: 256 }
    expect(await create(sized)).toMatchObject({ statusCode: 400 })
    expect(await create({ model, inputs: 'x' })).toMatchObject({ statusCode: 400 })
    servers.state.fail('embed', { kind: 'status', status: 503 })
    expect(await create({ model: 'mistral-embed', inputs: 'x' })).toMatchObject({ statusCode: 503 })
  })

  it('lists its models', async () => {
    const { data } = await client.models.list()
    const capabilities = expect.objectContaining({ completionChat: true, functionCalling: true })
    expect(data).toContainEqual(expect.objectContaining({ id: model, capabilities }))
    expect(await client.models.retrieve({ modelId: model })).toMatchObject({ id: model })
    const missing = await client.models.retrieve({ modelId: 'nope' }).catch((thrown: unknown) => thrown)
    expect(missing).toMatchObject({ statusCode: 404 })
  })
})
