import type { Db } from '@hub/prisma'
import { bm25Part } from './bm25.store.ts'
import type { VisibleScope } from './visible.store.ts'
import type { WeighedTerm } from './weigh-terms.ts'

/** A stem that a passage holds, with what it gives to the score. */
export interface MatchedTerm {
  chunkId: string
  alternative: number
  term: string
  score: number
}

/** Which of the stems asked for these passages hold. */
export async function matchedTerms(
  db: Db,
  input: {
    scope: VisibleScope
    terms: readonly WeighedTerm[]
    chunkIds: readonly string[]
  },
): Promise<MatchedTerm[]> {
  const { scope, terms, chunkIds } = input
  return db.$queryRaw<MatchedTerm[]>`
    SELECT c.id::text AS "chunkId", asked.alternative, asked.term, ${bm25Part(scope.averageLength)} AS score
    FROM unnest(
      ${terms.map(({ alternative }) => alternative)}::int[], ${terms.map(({ term }) => term)}::text[],
      ${terms.map(({ weight }) => weight)}::float8[]
    ) AS asked(alternative, term, weight)
    JOIN knowledge_postings p ON p.term = asked.term AND p.scope_id = ANY(${scope.ids}::int[])
    JOIN knowledge_chunks c ON c.number = p.chunk_number
    WHERE c.id = ANY(${chunkIds}::uuid[])`
}
