import type { Db } from '@hub/prisma'
import type { EmbeddingProvider } from '../embedding/embedding-provider.ts'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { isVisible } from './visible.store.ts'

/** Cosine likeness (0 to 1) of the query to the passages that the same provider embedded. */
export async function searchVectors(
  db: Db,
  {
    question,
    text,
    provider,
    limit,
  }: {
    question: KnowledgeQuestion
    text: string
    provider: EmbeddingProvider
    limit: number
  },
): Promise<Hit[]> {
  const [vector] = await provider.embed([text], question.signal)
  if (!vector?.some((value) => value !== 0)) return []
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", (1 - (c.embedding <=> ${JSON.stringify(vector)}::vector))::float8 AS score
    FROM knowledge_chunks c
    JOIN knowledge_documents d ON d.id = c.document_id
    WHERE c.embedding_model = ${provider.id} AND c.embedding IS NOT NULL AND ${isVisible(question)}
    ORDER BY score DESC, c.id
    LIMIT ${limit}`
}
