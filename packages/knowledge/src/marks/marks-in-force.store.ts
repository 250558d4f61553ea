import { PassageMark } from '@hub/contracts'
import { type Db, Prisma } from '@hub/prisma'

/**
 * The marks that hold on passages as they are written now, by passage; a confirmed one before an open one.
 * @param documentId keeps to one document
 */
export async function marksInForce(db: Db, documentId?: string): Promise<Map<string, PassageMark>> {
  const one = documentId === undefined ? Prisma.empty : Prisma.sql`AND m.document_id = ${documentId}::uuid`
  const rows = await db.$queryRaw<{ chunkId: string; kind: string; state: string }[]>`
    SELECT DISTINCT ON (c.id) c.id::text AS "chunkId", m.kind, m.state
    FROM knowledge_marks m
    JOIN knowledge_chunks c ON c.document_id = m.document_id AND c.text_hash = m.text_hash
    WHERE m.state IN ('open', 'confirmed') ${one}
    ORDER BY c.id, m.state, m.created_at DESC`
  return new Map(rows.map(({ chunkId, ...mark }) => [chunkId, PassageMark.parse(mark)]))
}
