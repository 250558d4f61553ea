import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Estate, startEstate } from '@hub/estate'
import { createLogger } from '@hub/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  addCase,
  createEmbeddings,
  createKnowledgeSearch,
  type Embeddings,
  EmbeddingsEnv,
  readEmbeddingState,
  startEmbedding,
} from '../src/index.ts'
import { type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

const log = createLogger({ name: 'test', level: 'silent' })
const passages = 40

let estate: Estate
let base: KnowledgeBase
const running: { close(): Promise<void> }[] = []
const servers: Server[] = []

beforeAll(async () => {
  estate = await startEstate({ secrets: { mistralApiKey: 'k-secret' } })
  base = await openKnowledgeBase()
})
beforeEach(async () => {
  await base.db.knowledgeDocument.deleteMany()
  await base.db.knowledgeEmbeddingModel.deleteMany()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
  for (const server of servers.splice(0)) server.close()
})
afterAll(async () => {
  await base.close()
  await estate.close()
})

async function addCases(count: number): Promise<void> {
  for (let index = 0; index < count; index++)
    await addCase(
      { db: base.db, now: new Date('2026-11-20T10:00:00Z') },
      { title: `Panne ${index}`, problem: `Le poste ${index} ne démarre plus`, cause: 'C', solution: 'S' },
    )
}

function reach(provider: 'ollama' | 'mistral', model?: string, url = estate.ollama.url): Embeddings {
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

function embed(embeddings: Embeddings): void {
  running.push(startEmbedding({ db: base.db, log, embeddings, pollMs: 30 }))
}

async function stateOf(name: string) {
  const { models } = await readEmbeddingState({ db: base.db, embeddings: reach('ollama') })
  return models.find((model) => model.name === name)
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await isReached())) {
    if (Date.now() > deadline) throw new Error('it never came')
    await sleep(30)
  }
}

const serves = (name: string) => until(async () => (await stateOf(name))?.state === 'serving')

it('sets aside a passage that the server refuses, and embeds those after it', async () => {
  await addCases(passages)
  const { id } = await base.db.knowledgeChunk.findFirstOrThrow({ orderBy: { number: 'asc' } })
  // More than one call takes, whoever it stands with.
  await base.db.knowledgeChunk.update({ where: { id }, data: { content: 'mot '.repeat(40_000) } })
  embed(reach('mistral'))
  await serves('mistral:mistral-embed')
  expect(await stateOf('mistral:mistral-embed')).toMatchObject({
    total: passages,
    done: passages - 1,
    refused: 1,
  })
  expect((await stateOf('mistral:mistral-embed'))?.error).toBeUndefined()
}, 70_000)

it.each([
  ['no number', '[null,1]'],
  ['more than single precision holds', '[1e300,1]'],
])(
  'takes %s for no vector',
  async (_, vector) => {
    await addCases(1)
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        const { input } = JSON.parse(body) as { input: string[] }
        const given = input.map((text) => (text.includes('Bizarre') ? vector : '[1,2]'))
        response.setHeader('content-type', 'application/json')
        response.end(`{"model":"m","embeddings":[${given}]}`)
      })
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const embeddings = reach('ollama', 'm', `http://127.0.0.1:${port}`)
    await addCase(
      { db: base.db, now: new Date() },
      { title: 'Bizarre', problem: 'Un écran', cause: 'C', solution: 'S' },
    )
    embed(embeddings)
    await serves('ollama:m')
    expect(await stateOf('ollama:m')).toMatchObject({ done: 1, refused: 1 })
    const search = createKnowledgeSearch({ db: base.db, embeddings })
    const { explanation } = await search({ query: 'Bizarre', limit: 5, explain: true })
    expect(explanation?.withoutVectors).toBe('unavailable')
  },
  40_000,
)

it('learns what likeness is chance as the base grows, and finds by meaning only once it knows', async () => {
  await addCases(1)
  const embeddings = reach('ollama')
  embed(embeddings)
  await serves('ollama:bge-m3')
  const search = createKnowledgeSearch({ db: base.db, embeddings })
  expect((await search({ query: 'recette de cuisine', limit: 5 })).passages).toEqual([])
  await Promise.all(running.splice(0).map((one) => one.close()))
  await addCases(passages)
  embed(embeddings)
  await until(async () => {
    const model = await base.db.knowledgeEmbeddingModel.findUnique({ where: { name: 'ollama:bge-m3' } })
    return model?.chanceLikeness != null
  })
})

it('lets the process that started last decide on the model', async () => {
  await addCases(3)
  embed(reach('ollama'))
  await serves('ollama:bge-m3')
  embed(reach('ollama', 'nomic-embed-text'))
  await serves('ollama:nomic-embed-text')
  await sleep(500)
  expect(await stateOf('ollama:bge-m3')).toMatchObject({ state: 'retired' })
  expect(await stateOf('ollama:nomic-embed-text')).toMatchObject({ state: 'serving' })
  await expect(base.db.$executeRaw`UPDATE knowledge_embedding_models SET state = 'serving'`).rejects.toThrow(
    'knowledge_embedding_models_serving_key',
  )
})
