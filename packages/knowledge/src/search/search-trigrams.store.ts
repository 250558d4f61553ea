import { type Db, Prisma } from '@hub/prisma'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { visibleScopes } from './visible.store.ts'

const exactScore = 2

interface RunSearch {
  question: KnowledgeQuestion
  /** Identifiers and words to find, folded. */
  runs: readonly string[]
  limit: number
}

/**
 * Finds runs of characters as they are, else passages that hold one much like them (trigrams, likeness 0.6 and more).
 * The score is the sum over the runs of the likeness, 2 for an exact one.
 */
export async function searchTrigrams(db: Db, { question, runs, limit }: RunSearch): Promise<Hit[]> {
  const found = new Map<string, Hit>()
  for (const run of runs) {
    question.signal?.throwIfAborted()
    for (const hit of await searchRun(db, { question, run, limit })) {
      const score = hit.score + (found.get(hit.chunkId)?.score ?? 0)
      found.set(hit.chunkId, { ...hit, score })
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit)
}

interface OneRun {
  question: KnowledgeQuestion
  run: string
  limit: number
}

async function searchRun(db: Db, { question, run, limit }: OneRun): Promise<Hit[]> {
  const hits = (where: Prisma.Sql, score: Prisma.Sql, client: Pick<Db, '$queryRaw'> = db) =>
    selectHits(client, {
      where: Prisma.sql`${where} AND c.scope_id = ANY(${visibleScopes(question)})`,
      score,
      limit,
    })
  const exact = Prisma.sql`${exactScore}`
  const whole = await hits(isIndexed(run), exact)
  if (whole.length > 0 || run.startsWith('#')) return whole
  const pattern = `%${run.replace(/[\\%_]/g, '\\$&')}%`
  const within = await hits(Prisma.sql`c.plain LIKE ${pattern}`, exact)
  if (within.length > 0) return within
  return db.$transaction(async (tx) => {
    // The planner takes word_similarity for cheap; over every passage it is not.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return hits(Prisma.sql`c.plain %> ${run}`, Prisma.sql`word_similarity(${run}, c.plain)`, tx)
  })
}

/** Identifiers are indexed whole, the number of a ticket without its sign. */
function isIndexed(run: string): Prisma.Sql {
  return Prisma.sql`c.number IN (SELECT p.chunk_number FROM knowledge_postings p
    WHERE p.term = knowledge_stem(${run.replace('#', '')}))`
}

function selectHits(
  db: Pick<Db, '$queryRaw'>,
  { score, where, limit }: { score: Prisma.Sql; where: Prisma.Sql; limit: number },
): Promise<Hit[]> {
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", ${score}::float8 AS score
    FROM knowledge_chunks c
    WHERE ${where}
    ORDER BY score DESC, c.number
    LIMIT ${limit}`
}
