import { type Db, Prisma, type Tx } from '@hub/prisma'

/** Below this many vectors all are compared: exact, and as fast. */
export const smallestIndexed = 5_000
/** pgvector indexes vectors up to this length. */
const longestIndexed = 2_000
const longestBuildMs = 2 * 3_600_000
/** Candidates kept in sight while the graph is built: pgvector's 64 loses neighbours among 100 000 long vectors. */
const buildSight = 128

/** Name of the HNSW index of one model. */
const indexName = (modelId: number) => `knowledge_vectors_hnsw_${modelId}`

/**
 * Builds the HNSW index of a model once it has enough vectors. Searches and saving documents go on meanwhile; only the
 * filling of vectors, which this belongs to, would wait. A killed build leaves nothing.
 */
export async function buildVectorIndex(
  db: Db,
  { modelId, dim }: { modelId: number; dim: number },
): Promise<void> {
  if (dim > longestIndexed || (await hasVectorIndex(db, modelId))) return
  const count = await db.knowledgeVector.count({ where: { modelId } })
  if (count < smallestIndexed || (await isBeingBuilt(db))) return
  const build = async (tx: Tx) => {
    // In memory it takes a fraction of the time; several workers would need shared memory that containers do not have.
    await tx.$executeRaw`SELECT set_config('maintenance_work_mem', '512MB', true),
      set_config('max_parallel_maintenance_workers', '0', true)`
    await tx.$executeRaw`CREATE INDEX IF NOT EXISTS ${Prisma.raw(`"${indexName(modelId)}"`)} ON knowledge_vectors
      USING hnsw ((embedding::vector(${number(dim)})) vector_cosine_ops) WITH (ef_construction = ${Prisma.raw(String(buildSight))})
      WHERE model_id = ${number(modelId)}`
  }
  await db.$transaction(build, { timeout: longestBuildMs })
}

/** Another process may be at it for minutes, longer than its lease. */
async function isBeingBuilt(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM pg_stat_progress_create_index WHERE relid = 'knowledge_vectors'::regclass`
  return rows.length > 0
}

/** Whether the index of a model is there and whole. */
async function hasVectorIndex(db: Db, modelId: number): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM pg_index WHERE indexrelid = to_regclass(${`"${indexName(modelId)}"`}) AND indisvalid`
  return rows.length > 0
}

/** Removes the indexes of models that are gone. */
export async function dropOldIndexes(db: Db): Promise<void> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relkind = 'i' AND c.relnamespace = current_schema()::regnamespace
      AND c.relname ~ '^knowledge_vectors_hnsw_[0-9]+$' AND NOT EXISTS (
        SELECT FROM knowledge_embedding_models m WHERE c.relname = 'knowledge_vectors_hnsw_' || m.id
      )`
  for (const { name } of rows) await db.$executeRaw`DROP INDEX IF EXISTS ${Prisma.raw(`"${name}"`)}`
}

/** A number of our own in SQL that takes no parameter there. */
export function number(value: number): Prisma.Sql {
  return Prisma.raw(String(Math.trunc(value)))
}
