import type { Db } from '@hub/prisma'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { isVisible } from './visible.store.ts'

/** Names of the clients that visible documents are about. */
export async function clientNames(db: Db, question: KnowledgeQuestion): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT d.client_name AS name FROM knowledge_documents d
    WHERE d.client_name IS NOT NULL AND ${isVisible(question)}`
  return rows.map(({ name }) => name)
}

/** The passages of documents about these clients, all alike. */
export async function documentsOf(
  db: Db,
  { question, names, limit }: { question: KnowledgeQuestion; names: readonly string[]; limit: number },
): Promise<Hit[]> {
  if (names.length === 0) return []
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", 1::float8 AS score
    FROM knowledge_chunks c
    JOIN knowledge_documents d ON d.id = c.document_id
    WHERE d.client_name = ANY(${names}::text[]) AND ${isVisible(question)}
    ORDER BY c.position, c.id
    LIMIT ${limit}`
}
