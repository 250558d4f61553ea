import { setTimeout as sleep } from 'node:timers/promises'
import { type Estate, startEstate } from '@hub/estate'
import { createLogger } from '@hub/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addCase,
  createEmbeddings,
  createKnowledgeSearch,
  EmbeddingsEnv,
  readEmbeddingState,
  startEmbedding,
} from '../src/index.ts'
import { type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

const now = new Date('2026-11-20T10:00:00Z')
const log = createLogger({ name: 'test', level: 'silent' })
const passages = 70

let estate: Estate
let base: KnowledgeBase
const running: { close(): Promise<void> }[] = []

beforeAll(async () => {
  estate = await startEstate({ secrets: { mistralApiKey: 'k-secret' } })
  base = await openKnowledgeBase()
  for (let index = 0; index < passages; index++) await add(index)
})
beforeEach(async () => {
  estate.ollama.control.reset()
  await base.db.knowledgeEmbeddingModel.deleteMany()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
})
afterAll(async () => {
  await base.close()
  await estate.close()
})

async function add(index: number): Promise<void> {
  const solved = {
    title: `Panne numéro ${index}`,
    problem: `Le poste ${index} ne démarre plus`,
    cause: 'Carte',
    solution: 'Changer',
  }
  await addCase({ db: base.db, now }, solved)
}

function reach(provider: 'ollama' | 'mistral' | 'lexical', model?: string, url = estate.ollama.url) {
  return createEmbeddings(
    EmbeddingsEnv.parse({
      EMBEDDINGS_PROVIDER: provider,
      EMBEDDINGS_MODEL: model,
      OLLAMA_BASE_URL: url,
      MISTRAL_API_KEY: 'k-secret',
      MISTRAL_URL: estate.mistral.url,
    }),
  )
}

function embed(embeddings: ReturnType<typeof reach>) {
  const worker = startEmbedding({ db: base.db, log, embeddings, pollMs: 30 })
  running.push(worker)
  return worker
}

const stateOf = async (embeddings: ReturnType<typeof reach>, name: string) =>
  (await readEmbeddingState({ db: base.db, embeddings })).models.find((model) => model.name === name)

async function until(isReached: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await isReached())) {
    if (Date.now() > deadline) throw new Error('it never came')
    await sleep(30)
  }
}

const serves = (embeddings: ReturnType<typeof reach>, name: string) =>
  until(async () => (await stateOf(embeddings, name))?.state === 'serving')

const ask = (embeddings: ReturnType<typeof reach>) =>
  createKnowledgeSearch({ db: base.db, embeddings })({ query: 'poste 12 démarre', limit: 5, explain: true })

const embedCalls = () =>
  estate.ollama.control.requests
    .filter(({ endpoint }) => endpoint === 'embed')
    .map(({ body }) => body as { model: string; input: string[] })

describe.each([
  ['ollama', undefined, 'ollama:bge-m3'],
  ['mistral', undefined, 'mistral:mistral-embed'],
] as const)('%s', (provider, model, name) => {
  it('embeds every passage, then answers by words and meaning', async () => {
    const embeddings = reach(provider, model)
    expect((await ask(embeddings)).explanation).toMatchObject({
      method: 'lexical',
      withoutVectors: 'not_ready',
    })
    embed(embeddings)
    await serves(embeddings, name)
    expect(await stateOf(embeddings, name)).toMatchObject({ dim: 1024, total: passages, done: passages })
    const { method, explanation } = await ask(embeddings)
    expect(method).toBe('hybrid')
    expect(explanation?.passages[0]?.legs.map(({ leg }) => leg)).toEqual(['words', 'vectors'])
  })
})

it('embeds nothing twice but a batch cut off by a stop, and what is added later soon', async () => {
  const embeddings = reach('ollama')
  const first = embed(embeddings)
  await until(async () => ((await stateOf(embeddings, 'ollama:bge-m3'))?.done ?? 0) > 0)
  await first.close()
  embed(embeddings)
  await serves(embeddings, 'ollama:bge-m3')
  const sent = embedCalls().flatMap(({ input }) => input)
  const batchSize = 32
  expect(sent.length - new Set(sent).size).toBeLessThanOrEqual(batchSize)
  expect(new Set(sent).size).toBe(passages)
  expect(embedCalls().length).toBeLessThan(passages / 10)
  await add(1000)
  await until(async () => (await stateOf(embeddings, 'ollama:bge-m3'))?.done === passages + 1)
  await base.db.knowledgeDocument.deleteMany({ where: { title: 'Panne numéro 1000' } })
})

it('lets the model before serve until the new one is complete', async () => {
  const before = reach('ollama')
  await embed(before).close()
  const worker = embed(before)
  await serves(before, 'ollama:bge-m3')
  await worker.close()
  const after = reach('ollama', 'nomic-embed-text')
  const missing = reach('ollama', 'absent')
  const broken = embed(missing)
  await until(async () => (await stateOf(missing, 'ollama:absent'))?.error !== undefined)
  expect((await ask(missing)).method).toBe('hybrid')
  expect(await stateOf(missing, 'ollama:absent')).toMatchObject({ state: 'filling', done: 0 })
  await broken.close()
  embed(after)
  await serves(after, 'ollama:nomic-embed-text')
  expect((await ask(after)).method).toBe('hybrid')
  expect(await stateOf(after, 'ollama:nomic-embed-text')).toMatchObject({ dim: 768, done: passages })
  expect(await stateOf(after, 'ollama:bge-m3')).toMatchObject({ state: 'retired' })
})

it('answers by words and says so while the embedding server is dead, and takes cases in', async () => {
  const embeddings = reach('ollama')
  const worker = embed(embeddings)
  await serves(embeddings, 'ollama:bge-m3')
  await worker.close()
  const dead = reach('ollama', undefined, 'http://127.0.0.1:9')
  embed(dead)
  await add(2000)
  const { method, passages: found, explanation } = await ask(dead)
  expect(method).toBe('lexical')
  expect(explanation?.withoutVectors).toBe('unavailable')
  expect(found.length).toBeGreaterThan(0)
  await until(async () => (await stateOf(dead, 'ollama:bge-m3'))?.error !== undefined)
  await Promise.all(running.splice(0).map((one) => one.close()))
  embed(embeddings)
  await until(async () => (await stateOf(embeddings, 'ollama:bge-m3'))?.done === passages + 1)
  await base.db.knowledgeDocument.deleteMany({ where: { title: 'Panne numéro 2000' } })
})

it('goes on after a refusal of the embedding server', async () => {
  const fault = { kind: 'status', status: 503 } as const
  for (const _ of [1, 2]) estate.ollama.control.fail('embed', fault)
  const embeddings = reach('ollama')
  embed(embeddings)
  await serves(embeddings, 'ollama:bge-m3')
  expect(await stateOf(embeddings, 'ollama:bge-m3')).toMatchObject({ done: passages })
})

it('leaves a model to the process that fills it, and takes it over once that one is silent', async () => {
  const embeddings = reach('ollama')
  await base.db
    .$executeRaw`INSERT INTO knowledge_embedding_models (name, state, asked_at, leased_by, leased_until)
    VALUES ('ollama:bge-m3', 'filling', now(), gen_random_uuid(), now() + interval '1 minute')`
  embed(embeddings)
  await sleep(300)
  expect(embedCalls()).toEqual([])
  await base.db.$executeRaw`UPDATE knowledge_embedding_models SET leased_until = now() - interval '1 second'`
  await serves(embeddings, 'ollama:bge-m3')
})

it('needs the address or key of the provider it is told to use', () => {
  expect(() => createEmbeddings({ EMBEDDINGS_PROVIDER: 'mistral', EMBEDDINGS_WEIGHT: 1 })).toThrow(
    'MISTRAL_API_KEY',
  )
  expect(() => createEmbeddings({ EMBEDDINGS_PROVIDER: 'ollama', EMBEDDINGS_WEIGHT: 1 })).toThrow(
    'OLLAMA_BASE_URL',
  )
})
