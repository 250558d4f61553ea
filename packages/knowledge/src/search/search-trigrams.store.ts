import type { Db } from '@hub/prisma'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { isVisible } from './visible.store.ts'

/**
 * Trigrams: identifiers as they are or nearly, and words that no passage holds, which are likely typing slips.
 * The score is the sum of the likeness of each (0 to 1), an exact identifier counting twice.
 */
export async function searchTrigrams(
  db: Db,
  { question, runs, limit }: { question: KnowledgeQuestion; runs: readonly string[]; limit: number },
): Promise<Hit[]> {
  if (runs.length === 0) return []
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId",
      sum(word_similarity(run, c.plain) + (position(run IN c.plain) > 0)::int)::float8 AS score
    FROM unnest(${runs}::text[]) AS run
    JOIN knowledge_chunks c ON c.plain %> run
    JOIN knowledge_documents d ON d.id = c.document_id
    WHERE ${isVisible(question)}
    GROUP BY c.id, c.document_id
    ORDER BY score DESC, c.id
    LIMIT ${limit}`
}
