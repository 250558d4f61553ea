import { type Db, Prisma } from '@hub/prisma'
import type { QueryTerms } from './query-terms.ts'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { isVisible } from './visible.store.ts'

/** A passage found by its words. */
export interface WordHit extends Hit {
  /** Share of the words asked for that the passage names, 0 to 1, rare words counting more. */
  coverage: number
}

/** Weights of D (English stems), C (body), B (unused) and A (title and headings). */
const partWeights = [0.4, 0.8, 0.8, 1]
/** Makes ts_rank divide by 1 + log(length). */
const byLength = 1
/** A synonym that more passages hold than this (in number and share) tells nothing and takes long to rank. */
const commonSynonym = { passages: 100, share: 0.1 }

/**
 * Full text: any of the words may match (AND ruins recall on questions); each is ranked by ts_rank and weighed by how
 * rare it is in the base.
 */
export async function searchWords(
  db: Db,
  { question, asked, limit }: { question: KnowledgeQuestion; asked: QueryTerms; limit: number },
): Promise<WordHit[]> {
  if (asked.terms.length === 0) return []
  return db.$queryRaw<WordHit[]>`
    WITH asked AS (SELECT number, is_synonym, weight, ${termQuery} AS query FROM ${termRows(asked)}),
    known AS (
      SELECT number, is_synonym, weight, query, (SELECT count(*) FROM knowledge_chunks c WHERE c.words @@ query) AS found
      FROM asked WHERE numnode(query) > 0
    ),
    rated AS MATERIALIZED (
      SELECT number, query, found, weight, ln(1 + (size.total - found + 0.5) / (found + 0.5)) AS rarity
      FROM known, (SELECT count(*)::float8 AS total FROM knowledge_chunks) AS size
      WHERE NOT is_synonym OR found <= greatest(${commonSynonym.passages}, size.total * ${commonSynonym.share})
    ),
    word AS MATERIALIZED (
      SELECT number, coalesce(max(rarity) FILTER (WHERE found > 0), max(rarity)) AS rarity
      FROM rated WHERE number < ${asked.wordCount} GROUP BY number
    ),
    matched AS (
      SELECT c.id, c.document_id, rated.number,
        max(weight * rarity * ts_rank(${partWeights}::float4[], c.words, query, ${byLength}::int)) AS rank
      FROM rated
      JOIN knowledge_chunks c ON c.words @@ query
      JOIN knowledge_documents d ON d.id = c.document_id
      WHERE found > 0 AND ${isVisible(question)}
      GROUP BY c.id, c.document_id, rated.number
    )
    SELECT id::text AS "chunkId", document_id::text AS "documentId", sum(rank)::float8 AS score,
      coalesce(sum(word.rarity) / (SELECT sum(rarity) FROM word), 0)::float8 AS coverage
    FROM matched LEFT JOIN word USING (number)
    GROUP BY id, document_id
    ORDER BY score DESC, id
    LIMIT ${limit}`
}

function termRows({ terms }: QueryTerms): Prisma.Sql {
  return Prisma.sql`unnest(
    ${terms.map(({ number }) => number)}::int[], ${terms.map(({ form }) => form)}::text[],
    ${terms.map(({ surface }) => surface)}::text[], ${terms.map(({ folded }) => folded)}::text[],
    ${terms.map(({ isSynonym }) => isSynonym)}::boolean[], ${terms.map(({ weight }) => weight)}::float8[]
  ) AS term(number, form, surface, folded, is_synonym, weight)`
}

/** A stem is one of the lexicon's own; everything else goes through parsers that know no operators. */
const termQuery = Prisma.sql`CASE form
  WHEN 'stem' THEN to_tsquery('simple', folded || ':*')
  WHEN 'phrase' THEN phraseto_tsquery('french', surface)
  ELSE plainto_tsquery('french', surface) || plainto_tsquery('french', folded) || plainto_tsquery('english', folded)
END`
