import type { Accreditation, KnowledgeMark, MarkState } from '@hub/contracts'
import { type Db, Prisma, type Tx } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'
import { type MarkRow, presentMark } from './mark-row.ts'

export interface MarksQuestion {
  id?: string | undefined
  documentId?: string | undefined
  state?: MarkState | undefined
  /** Only those before this place. */
  before?: { at: Date; id: string } | undefined
  limit: number
  /** Accreditation of the reader. */
  audience: Accreditation
}

/** The marks on documents that a reader may see, and might when they were marked, newest first. */
export async function listMarks(db: Db | Tx, question: MarksQuestion): Promise<KnowledgeMark[]> {
  const rows = await db.$queryRaw<MarkRow[]>`
    SELECT m.id::text, m.kind, m.state, m.note, m.document_id::text AS "documentId", d.title, d.path,
      m.heading_path AS "headingPath", m.excerpt, m.marked_by AS "by", m.created_at AS "at",
      m.resolved_by AS "resolvedBy", m.resolved_at AS "resolvedAt", m.resolution,
      (SELECT c.id::text FROM knowledge_chunks c
        WHERE c.document_id = m.document_id AND c.text_hash = m.text_hash ORDER BY c.position LIMIT 1) AS "chunkId"
    FROM knowledge_marks m JOIN knowledge_documents d ON d.id = m.document_id
    WHERE ${conditions(question)}
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${question.limit}`
  return rows.map(presentMark)
}

function conditions({ id, documentId, state, before, audience }: MarksQuestion): Prisma.Sql {
  const readable = readableAudiences(audience)
  const wanted = [
    Prisma.sql`d.audience = ANY(${readable}::text[]) AND m.audience = ANY(${readable}::text[])`,
    ...(id ? [Prisma.sql`m.id = ${id}::uuid`] : []),
    ...(documentId ? [Prisma.sql`m.document_id = ${documentId}::uuid`] : []),
    ...(state ? [Prisma.sql`m.state = ${state}`] : []),
    ...(before ? [Prisma.sql`(m.created_at, m.id) < (${before.at}, ${before.id}::uuid)`] : []),
  ]
  return Prisma.join(wanted, ' AND ')
}
