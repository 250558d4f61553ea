import type { Db } from '@hub/prisma'

/** A generation of vectors. */
export interface EmbeddingModel {
  id: number
  name: string
  dim: number | null
  state: string
}

/** The generation that answers. */
export interface ServingModel extends EmbeddingModel {
  /** Cosine up to which two texts may be alike by chance; null while too few passages tell. */
  chanceLikeness: number | null
  isIndexed: boolean
}

const leaseSeconds = 60

/**
 * The row of a model that a process starts to fill, made when there is none. One that was retired is filled again, and
 * what it refused is tried again.
 */
export async function askModel(db: Db, name: string): Promise<EmbeddingModel> {
  const rows = await db.$queryRaw<EmbeddingModel[]>`
    INSERT INTO knowledge_embedding_models AS m (name, state, asked_at) VALUES (${name}, 'filling', now())
    ON CONFLICT (name) DO UPDATE SET
      state = CASE m.state WHEN 'retired' THEN 'filling' ELSE m.state END,
      asked_at = CASE m.state WHEN 'retired' THEN now() ELSE m.asked_at END,
      retired_at = NULL,
      refused = '{}'
    RETURNING id, name, dim, state`
  const [row] = rows
  if (!row) throw new Error(`the embedding model ${name} was not stored`)
  return row
}

/** The row of a model as it stands, undefined once it is retired: another one was asked for since. */
export async function keptModel(db: Db, name: string): Promise<EmbeddingModel | undefined> {
  const row = await db.knowledgeEmbeddingModel.findUnique({
    where: { name, state: { not: 'retired' } },
    select: { id: true, name: true, dim: true, state: true },
  })
  return row ?? undefined
}

/** The model whose vectors answer now. */
export async function servingModel(db: Db): Promise<ServingModel | undefined> {
  const [row] = await db.$queryRaw<ServingModel[]>`
    SELECT id, name, dim, state, chance_likeness AS "chanceLikeness", EXISTS (
      SELECT FROM pg_index
      WHERE indexrelid = to_regclass('knowledge_vectors_hnsw_' || m.id) AND indisvalid
    ) AS "isIndexed"
    FROM knowledge_embedding_models m WHERE state = 'serving'`
  return row
}

/** Takes or keeps the right to fill a model: one process at a time, until it says no more for a minute. */
export async function leaseModel(db: Db, { id, holder }: { id: number; holder: string }): Promise<boolean> {
  const taken = await db.$executeRaw`
    UPDATE knowledge_embedding_models
    SET leased_by = ${holder}::uuid, leased_until = now() + ${leaseSeconds} * interval '1 second'
    WHERE id = ${id} AND (leased_until IS NULL OR leased_until < now() OR leased_by = ${holder}::uuid)`
  return taken === 1
}

/** Lets another process fill at once. */
export async function endLease(db: Db, holder: string): Promise<void> {
  await db.knowledgeEmbeddingModel.updateMany({
    where: { leasedBy: holder },
    data: { leasedBy: null, leasedUntil: null },
  })
}

/** Keeps why filling does not go on; null when it does. */
export async function noteError(db: Db, { id, error }: { id: number; error: string | null }): Promise<void> {
  const errorAt = error === null ? null : new Date()
  await db.knowledgeEmbeddingModel.update({ where: { id }, data: { error, errorAt } })
}

/** Keeps which texts the model does not take, by their hash. */
export async function noteRefused(
  db: Db,
  { id, refused }: { id: number; refused: readonly string[] },
): Promise<void> {
  await db.knowledgeEmbeddingModel.update({ where: { id }, data: { refused: { push: [...refused] } } })
}

/** Keeps the cosine that chance reaches among the passages of now. */
export async function noteChanceLikeness(
  db: Db,
  { id, chanceLikeness }: { id: number; chanceLikeness: number | null },
): Promise<void> {
  await db.knowledgeEmbeddingModel.update({ where: { id }, data: { chanceLikeness } })
}

/** From now on this model answers, and the one before no more; unless it was retired itself. */
export async function serveModel(db: Db, id: number): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('knowledge serving model', 0))`
    if ((await tx.knowledgeEmbeddingModel.count({ where: { id, state: 'filling' } })) === 0) return
    await tx.$executeRaw`
      UPDATE knowledge_embedding_models SET state = 'retired', retired_at = now() WHERE state = 'serving'`
    await tx.$executeRaw`
      UPDATE knowledge_embedding_models SET state = 'serving', serving_since = now() WHERE id = ${id}`
  })
}
