import type { Db } from '@hub/prisma'

/** A text without a vector, with what it is made of. */
export interface MissingText {
  number: number
  textHash: string
  title: string
  clientName: string | null
  headingPath: string[]
  content: string
}

/** Passages above `after` (by number) whose text has no vector of the model yet and was not refused by it, in order. */
export async function missingTexts(
  db: Db,
  { modelId, after, limit }: { modelId: number; after: number; limit: number },
): Promise<MissingText[]> {
  return db.$queryRaw<MissingText[]>`
    SELECT c.number, c.text_hash AS "textHash", d.title, d.client_name AS "clientName",
      c.heading_path AS "headingPath", c.content
    FROM knowledge_chunks c JOIN knowledge_documents d ON d.id = c.document_id
    JOIN knowledge_embedding_models m ON m.id = ${modelId}
    WHERE c.number > ${after} AND c.text_hash <> ALL (m.refused) AND NOT EXISTS (
      SELECT FROM knowledge_vectors v WHERE v.model_id = ${modelId} AND v.text_hash = c.text_hash
    )
    ORDER BY c.number LIMIT ${limit}`
}

/**
 * Stores vectors of a model; those that are there stay.
 * @throws Error when they are of another length than the ones before
 */
export async function saveVectors(
  db: Db,
  {
    modelId,
    vectors,
  }: { modelId: number; vectors: readonly { textHash: string; vector: readonly number[] }[] },
): Promise<void> {
  const dim = vectors[0]?.vector.length
  if (dim === undefined) return
  const fits = await db.$executeRaw`
    UPDATE knowledge_embedding_models SET dim = ${dim} WHERE id = ${modelId} AND coalesce(dim, ${dim}) = ${dim}`
  if (fits === 0) throw new Error(`the embedding model now gives vectors of ${dim} numbers`)
  await db.$executeRaw`
    INSERT INTO knowledge_vectors (model_id, text_hash, embedding, created_at)
    SELECT ${modelId}, text_hash, embedding::vector, now()
    FROM unnest(
      ${vectors.map(({ textHash }) => textHash)}::text[],
      ${vectors.map(({ vector }) => JSON.stringify(vector))}::text[]
    ) AS new(text_hash, embedding)
    ON CONFLICT DO NOTHING`
}

/** How many passages there are, how many of them a model has a vector for, and how many it refused. */
export async function countVectors(db: Db, modelId: number): Promise<VectorCounts> {
  const [row] = await db.$queryRaw<VectorCounts[]>`
    SELECT count(*)::int AS total, count(v.text_hash)::int AS done,
      (count(*) FILTER (WHERE v.text_hash IS NULL AND c.text_hash = ANY (m.refused)))::int AS refused
    FROM knowledge_chunks c JOIN knowledge_embedding_models m ON m.id = ${modelId}
    LEFT JOIN knowledge_vectors v ON v.model_id = m.id AND v.text_hash = c.text_hash`
  return row ?? { total: 0, done: 0, refused: 0 }
}

export interface VectorCounts {
  total: number
  done: number
  refused: number
}

/** Pairs of passages that tell what likeness is chance, and how many standard deviations above their mean it ends. */
const chancePairs = 500
const chanceDeviations = 1

/** Cosine that two passages taken at random rarely exceed: models differ widely. Null for too few passages. */
export async function readChanceLikeness(db: Db, modelId: number): Promise<number | null> {
  const [row] = await db.$queryRaw<{ likeness: number | null }[]>`
    WITH chosen AS (
      SELECT text_hash FROM knowledge_vectors WHERE model_id = ${modelId} ORDER BY md5(text_hash) LIMIT ${chancePairs}
    ), sample AS (
      SELECT v.embedding, row_number() OVER (ORDER BY md5(v.text_hash)) AS place
      FROM chosen JOIN knowledge_vectors v ON v.model_id = ${modelId} AND v.text_hash = chosen.text_hash
    )
    SELECT (avg(likeness) + ${chanceDeviations} * stddev(likeness))::float8 AS likeness
    FROM (SELECT 1 - (a.embedding <=> b.embedding) AS likeness FROM sample a JOIN sample b ON b.place = a.place + 1) AS pair
    WHERE likeness <> 'NaN'`
  return row?.likeness ?? null
}

/** Removes models retired for an hour and vectors a day old of texts that are gone. */
export async function pruneVectors(db: Db): Promise<void> {
  await db.$executeRaw`
    DELETE FROM knowledge_embedding_models WHERE state = 'retired' AND retired_at < now() - interval '1 hour'`
  await db.$executeRaw`
    DELETE FROM knowledge_vectors v WHERE v.created_at < now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM knowledge_chunks c WHERE c.text_hash = v.text_hash)`
}
