import { type Db, Prisma, type Tx } from '@hub/prisma'
import type { ScaleQuery } from './fill-base.ts'

interface BareSearch {
  dim: number
  query: ScaleQuery
  audience: 'N0' | 'N3'
}

const levels = { N0: ['N0'], N3: ['N0', 'N1', 'N2', 'N3'] }

/** What one would write first: one table, OR with ts_rank, HNSW, reciprocal rank fusion, in one statement. */
export const bareHybrid = {
  async prepare(db: Db, { dim, modelId }: { dim: number; modelId: number }): Promise<void> {
    const type = Prisma.raw(`vector(${dim})`)
    await db.$executeRaw`CREATE TABLE bare AS
      SELECT c.id, d.audience, to_tsvector('french', c.content) AS words, v.embedding::${type} AS embedding
      FROM knowledge_chunks c JOIN knowledge_documents d ON d.id = c.document_id
      JOIN knowledge_vectors v ON v.model_id = ${modelId} AND v.text_hash = c.text_hash`
    await db.$executeRaw`CREATE INDEX ON bare USING gin (words)`
    const build = async (tx: Tx) => {
      await tx.$executeRaw`SELECT set_config('maintenance_work_mem', '512MB', true),
        set_config('max_parallel_maintenance_workers', '0', true)`
      await tx.$executeRaw`CREATE INDEX ON bare USING hnsw (embedding vector_cosine_ops)`
    }
    await db.$transaction(build, { timeout: 3_600_000 })
    await db.$executeRaw`VACUUM ANALYZE bare`
  },
  async nearest(db: Db, { dim, query, audience }: BareSearch): Promise<string[]> {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM bare WHERE audience = ANY(${levels[audience]})
      ORDER BY embedding <=> ${JSON.stringify(query.vector)}::${Prisma.raw(`vector(${dim})`)} LIMIT 10`
    return rows.map(({ id }) => id)
  },
  search(db: Db, { dim, query, audience }: BareSearch): Promise<unknown> {
    const type = Prisma.raw(`vector(${dim})`)
    return db.$queryRaw`
      WITH lexical AS (
        SELECT id, row_number() OVER (ORDER BY ts_rank(words, asked, 1) DESC) AS rank FROM bare,
          (SELECT replace(plainto_tsquery('french', ${query.text})::text, '&', '|')::tsquery AS asked) AS one
        WHERE words @@ asked AND audience = ANY(${levels[audience]}) ORDER BY rank LIMIT 50
      ), semantic AS (
        SELECT id, row_number() OVER () AS rank FROM (
          SELECT id FROM bare WHERE audience = ANY(${levels[audience]})
          ORDER BY embedding <=> ${JSON.stringify(query.vector)}::${type} LIMIT 50
        ) AS near
      )
      SELECT id::text, sum(1.0 / (60 + rank)) AS score
      FROM (SELECT * FROM lexical UNION ALL SELECT * FROM semantic) AS found
      GROUP BY id ORDER BY score DESC LIMIT 10`
  },
}

/** The ten nearest passages that the reader may see, all of them compared. */
export async function exactNeighbours(
  db: Db,
  { modelId, query, audience }: Omit<BareSearch, 'dim'> & { modelId: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id::text FROM knowledge_chunks c
    JOIN knowledge_documents d ON d.id = c.document_id
    JOIN knowledge_vectors v ON v.model_id = ${modelId} AND v.text_hash = c.text_hash
    WHERE d.audience = ANY(${levels[audience]})
    ORDER BY v.embedding <=> ${JSON.stringify(query.vector)}::vector LIMIT 10`
  return rows.map(({ id }) => id)
}
