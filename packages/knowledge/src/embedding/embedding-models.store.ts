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
  /** Cosine up to which two texts may be alike by chance. */
  chanceLikeness: number | null
  isIndexed: boolean
}

const leaseSeconds = 60

/** The row of a model, made when there is none; one that was retired is filled again. */
export async function askModel(db: Db, name: string): Promise<EmbeddingModel> {
  const rows = await db.$queryRaw<EmbeddingModel[]>`
    INSERT INTO knowledge_embedding_models AS m (name, state, asked_at) VALUES (${name}, 'filling', now())
    ON CONFLICT (name) DO UPDATE SET
      state = CASE m.state WHEN 'retired' THEN 'filling' ELSE m.state END,
      asked_at = CASE m.state WHEN 'retired' THEN now() ELSE m.asked_at END,
      retired_at = NULL
    RETURNING id, name, dim, state`
  const [row] = rows
  if (!row) throw new Error(`the embedding model ${name} was not stored`)
  return row
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

/** From now on this model answers, and the one before no more. */
export async function serveModel(
  db: Db,
  { id, chanceLikeness }: { id: number; chanceLikeness: number | null },
): Promise<void> {
  await db.$executeRaw`
    UPDATE knowledge_embedding_models SET
      state = CASE WHEN id = ${id} THEN 'serving' ELSE 'retired' END,
      chance_likeness = CASE WHEN id = ${id} THEN ${chanceLikeness}::float8 ELSE chance_likeness END,
      serving_since = CASE WHEN id = ${id} THEN now() ELSE serving_since END,
      retired_at = CASE WHEN id = ${id} THEN NULL ELSE coalesce(retired_at, now()) END
    WHERE id = ${id} OR state = 'serving'`
}
