import { type Db, Prisma } from '@hub/prisma'
import { bm25Part } from './bm25.store.ts'
import type { Hit } from './question.ts'
import type { VisibleScope } from './visible.store.ts'
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
    scope: VisibleScope
    terms: readonly WeighedTerm[]
    limit: number
  },
): Promise<WordHit[]> {
  const { terms, limit } = input
  if (terms.length === 0) return []
  return db.$queryRaw<WordHit[]>`
    WITH matched AS (${hasOneFormEach(terms) ? postingsOf(input) : bestFormOf(input)}), ranked AS (
      SELECT chunk_number, sum(score) AS score, sum(share) AS coverage
      FROM matched GROUP BY chunk_number ORDER BY score DESC, chunk_number LIMIT ${limit}
    )
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", ranked.score, ranked.coverage
    FROM ranked JOIN knowledge_chunks c ON c.number = ranked.chunk_number
    ORDER BY ranked.score DESC, c.number`
}

/** Most questions: nothing to choose from, and grouping is what takes time. */
function hasOneFormEach(terms: readonly WeighedTerm[]): boolean {
  return new Set(terms.map(({ number }) => number)).size === terms.length
}

type Ranked = Pick<Parameters<typeof rankWords>[1], 'scope' | 'terms'>

/** Each posting of the terms with what it gives. */
function postingsOf({ scope, terms }: Ranked): Prisma.Sql {
  return Prisma.sql`
    SELECT p.chunk_number, asked.number, asked.alternative, asked.needed, asked.share,
      ${bm25Part(scope.averageLength)} AS score
    FROM unnest(
      ${terms.map(({ number }) => number)}::int[], ${terms.map(({ alternative }) => alternative)}::int[],
      ${terms.map(({ needed }) => needed)}::int[], ${terms.map(({ term }) => term)}::text[],
      ${terms.map(({ weight }) => weight)}::float8[], ${terms.map(({ share }) => share)}::float8[]
    ) AS asked(number, alternative, needed, term, weight, share)
    JOIN knowledge_postings p ON p.term = asked.term AND p.scope_id = ANY(${scope.ids}::int[])`
}

/** Of several words wanted together the weakest counts; of several ways to write a thing the best. */
function bestFormOf(ranked: Ranked): Prisma.Sql {
  return Prisma.sql`
    SELECT chunk_number, max(share) AS share, max(score) AS score FROM (
      SELECT chunk_number, min(number) AS number, min(share) AS share, min(score) AS score
      FROM (${postingsOf(ranked)}) AS posting
      GROUP BY chunk_number, alternative HAVING count(*) = min(needed)
    ) AS form GROUP BY chunk_number, number`
}
