import { type Db, Prisma } from '@hub/prisma'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { isVisible } from './visible.store.ts'

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
  const pattern = `%${run.replace(/[\\%_]/g, '\\$&')}%`
  const exact = await selectHits(db, {
    score: Prisma.sql`${exactScore}`,
    where: Prisma.sql`c.plain LIKE ${pattern} AND ${isVisible(question)}`,
    limit,
  })
  if (exact.length > 0) return exact
  return db.$transaction(async (tx) => {
    // The planner takes word_similarity for cheap; over every passage it is not.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return selectHits(tx, {
      score: Prisma.sql`word_similarity(${run}, c.plain)`,
      where: Prisma.sql`c.plain %> ${run} AND ${isVisible(question)}`,
      limit,
    })
  })
}

function selectHits(
  db: Pick<Db, '$queryRaw'>,
  { score, where, limit }: { score: Prisma.Sql; where: Prisma.Sql; limit: number },
): Promise<Hit[]> {
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", ${score}::float8 AS score
    FROM knowledge_chunks c
    JOIN knowledge_documents d ON d.id = c.document_id
    WHERE ${where}
    ORDER BY score DESC, c.id
    LIMIT ${limit}`
}
