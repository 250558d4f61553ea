import type { Db } from '@hub/prisma'
import type { Hit, KnowledgeQuestion } from './question.ts'
import { isVisibleScope } from './visible.store.ts'

/** Names of the clients that visible documents are about, in small letters without accents. */
export async function clientNames(db: Db, question: KnowledgeQuestion): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT s.client_key AS name FROM knowledge_scopes s
    WHERE s.client_key <> '' AND s.chunks > 0 AND ${isVisibleScope(question)}`
  return rows.map(({ name }) => name)
}

interface ClientSearch {
  question: KnowledgeQuestion
  names: readonly string[]
  /** Passages by id, each once, of whatever document. */
  found: readonly string[]
  more: number
}

/** The passages of documents about these clients, all alike: those of `found`, and at most so many more. */
export async function documentsOf(db: Db, { question, names, found, more }: ClientSearch): Promise<Hit[]> {
  if (names.length === 0) return []
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", 1::float8 AS score
    FROM knowledge_chunks c
    JOIN knowledge_scopes s ON s.id = c.scope_id
    LEFT JOIN unnest(${found}::uuid[]) AS other(id) ON other.id = c.id
    WHERE s.client_key = ANY(${names}::text[]) AND ${isVisibleScope(question)}
    ORDER BY other.id IS NULL, c.position, c.number
    LIMIT ${found.length + more}`
}
