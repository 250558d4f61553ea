import type { Db } from '@hub/prisma'
import { bm25Part } from './bm25.store.ts'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { visibleScopes } from './visible.store.ts'
import type { WeighedTerm } from './weigh-terms.ts'

/** A passage found by its words. */
export interface WordHit extends Hit {
  /** Share of the words asked for that the passage names, 0 to 1, rare words counting more. */
  coverage: number
}

/** Ranks the visible passages by BM25; of several words for one thing the best counts. */
export async function rankWords(
  db: Db,
  input: {
    question: KnowledgeQuestion
    terms: readonly WeighedTerm[]
    averageLength: number
    limit: number
  },
): Promise<WordHit[]> {
  const { question, terms, averageLength, limit } = input
  if (terms.length === 0) return []
  return db.$queryRaw<WordHit[]>`
    WITH alternative AS (
      SELECT p.chunk_number, min(asked.number) AS number, min(asked.share) AS share,
        min(${bm25Part(averageLength)}) AS score
      FROM unnest(
        ${terms.map(({ number }) => number)}::int[], ${terms.map(({ alternative }) => alternative)}::int[],
        ${terms.map(({ needed }) => needed)}::int[], ${terms.map(({ term }) => term)}::text[],
        ${terms.map(({ weight }) => weight)}::float8[], ${terms.map(({ share }) => share)}::float8[]
      ) AS asked(number, alternative, needed, term, weight, share)
      JOIN knowledge_postings p ON p.term = asked.term AND p.scope_id = ANY(${visibleScopes(question)})
      GROUP BY p.chunk_number, asked.alternative HAVING count(*) = min(asked.needed)
    ), matched AS (
      SELECT chunk_number, max(share) AS share, max(score) AS score FROM alternative GROUP BY chunk_number, number
    ), ranked AS (
      SELECT chunk_number, sum(score) AS score, sum(share) AS coverage
      FROM matched GROUP BY chunk_number ORDER BY score DESC, chunk_number LIMIT ${limit}
    )
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", ranked.score, ranked.coverage
    FROM ranked JOIN knowledge_chunks c ON c.number = ranked.chunk_number
    ORDER BY ranked.score DESC, c.number`
}
