import { type Db, Prisma, type Tx } from '@hub/prisma'
import { number, smallestIndexed } from '../embedding/vector-index.store.ts'
import type { Hit } from './question.ts'
import type { VisibleScope } from './visible.store.ts'

interface VectorSearch {
  scope: VisibleScope
  modelId: number
  isIndexed: boolean
  vector: readonly number[]
  limit: number
}

/** Candidates that the index keeps in sight; more find more and take longer (bench/knowledge-scale.ts). */
const sight = 600
/** Passages looked at before the index gives up on a filter that keeps few. */
const mostScanned = 50_000

/**
 * Cosine likeness (-1 to 1) of a vector to visible passages: all of them compared while they are few, whatever the size
 * of the base; else by the HNSW index, which goes on until enough of what it finds is visible.
 */
export async function searchVectors(db: Db, input: VectorSearch): Promise<Hit[]> {
  const isExact = input.scope.chunks < smallestIndexed || !input.isIndexed
  if (isExact) return searchAll(db, input)
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('hnsw.ef_search', ${String(sight)}, true),
      set_config('hnsw.iterative_scan', 'relaxed_order', true),
      set_config('hnsw.max_scan_tuples', ${String(mostScanned)}, true)`
    return searchIndex(tx, input)
  })
}

function searchAll(db: Db, { scope, modelId, vector, limit }: VectorSearch): Promise<Hit[]> {
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", 1 - near.distance AS score
    FROM (
      SELECT c.number, (v.embedding <=> ${JSON.stringify(vector)}::vector)::float8 AS distance
      FROM knowledge_chunks c
      JOIN knowledge_vectors v ON v.model_id = ${modelId} AND v.text_hash = c.text_hash
      WHERE c.scope_id = ANY(${scope.ids}::int[])
      ORDER BY distance, c.number LIMIT ${limit}
    ) AS near JOIN knowledge_chunks c USING (number)
    ORDER BY near.distance, c.number`
}

/** Written as the partial index is: the planner takes it for these very expressions only. */
async function searchIndex(tx: Tx, { scope, modelId, vector, limit }: VectorSearch): Promise<Hit[]> {
  const type = Prisma.sql`vector(${number(vector.length)})`
  const hits = await tx.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId",
      (1 - ((v.embedding::${type}) <=> ${JSON.stringify(vector)}::${type}))::float8 AS score
    FROM knowledge_vectors v
    JOIN knowledge_chunks c ON c.text_hash = v.text_hash
    WHERE v.model_id = ${number(modelId)} AND c.scope_id = ANY(${scope.ids}::int[])
    ORDER BY (v.embedding::${type}) <=> ${JSON.stringify(vector)}::${type}
    LIMIT ${limit}`
  return hits.sort((a, b) => b.score - a.score)
}
