import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '@hub/prisma'
import { createVectorSource } from './gaussian-vectors.ts'
import { createRandom } from './random.ts'

export interface ScaleQuery {
  text: string
  vector: number[]
}

export interface FilledBase {
  modelId: number
  dim: number
  queries: ScaleQuery[]
}

/** Passages that only N3 may read: an N0 reader sees the other 1 %. */
const openShare = 100
const batch = 500
/** Enough of a cluster is left for a reader of one passage in a hundred. */
const chunksPerCentre = 2_000
const vocabulary = 20_000
/** Words more frequent than this one are the stop words, which are not indexed. */
const firstRank = 30
const wordsPerChunk = 60
const modelName = 'ollama:bge-m3'

/** A base of synthetic passages: words by Zipf's law, clustered vectors, one in a hundred open to all. */
export async function fillBase(
  db: Db,
  { chunks, dim, queries }: { chunks: number; dim: number; queries: number },
): Promise<FilledBase> {
  const startedAt = performance.now()
  const centres = Math.max(4, Math.round(chunks / chunksPerCentre))
  const source = createVectorSource({ dim, centres, seed: 7 })
  const random = createRandom(11)
  const text = (length: number) => Array.from({ length }, () => wordOf(random())).join(' ')
  const model = await db.knowledgeEmbeddingModel.create({
    data: { name: modelName, dim, state: 'filling', askedAt: new Date() },
  })
  for (let from = 0; from < chunks; from += batch) {
    const rows = Array.from({ length: Math.min(batch, chunks - from) }, (_, index) => {
      const isOpen = (from + index) % openShare === 0
      return { isOpen, body: text(wordsPerChunk), vector: source.near(Math.floor(random() * centres)) }
    })
    await insertRows(db, { modelId: model.id, rows })
  }
  console.log(`${chunks} passages of ${dim} numbers in ${seconds(startedAt)} s`)
  const asked = Array.from({ length: queries }, () => ({
    text: text(6),
    vector: source.near(Math.floor(random() * centres)),
  }))
  return { modelId: model.id, dim, queries: asked }
}

interface Row {
  isOpen: boolean
  body: string
  vector: number[]
}

async function insertRows(
  db: Db,
  { modelId, rows }: { modelId: number; rows: readonly Row[] },
): Promise<void> {
  const data = rows.map(({ isOpen, body, vector }) => {
    const textHash = createHash('sha256').update(body).digest('hex')
    return { id: randomUUID(), audience: isOpen ? 'N0' : 'N3', body, vector, textHash }
  })
  await db.knowledgeDocument.createMany({
    data: data.map(({ id, audience }) => {
      const about = { kind: 'faq', title: 'Passage', contentHash: id, updatedAt: new Date() }
      return { id, path: `bench:${id}`, audience, ...about }
    }),
  })
  await db.knowledgeChunk.createMany({
    data: data.map(({ id, body, textHash }) => {
      return { documentId: id, position: 0, headingPath: [], content: body, words: body.split(' '), textHash }
    }),
  })
  await db.$executeRaw`
    INSERT INTO knowledge_vectors (model_id, text_hash, embedding, created_at)
    SELECT ${modelId}, hash, vector::vector, now() FROM unnest(
      ${data.map(({ textHash }) => textHash)}::text[], ${data.map(({ vector }) => JSON.stringify(vector))}::text[]
    ) AS new(hash, vector)`
}

/** Word of rank r comes with a chance near 1/r. */
function wordOf(chance: number): string {
  const rank = Math.floor(firstRank * (vocabulary / firstRank) ** chance)
  return `mot${rank.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? 'a')}`
}

const seconds = (startedAt: number) => ((performance.now() - startedAt) / 1000).toFixed(0)
