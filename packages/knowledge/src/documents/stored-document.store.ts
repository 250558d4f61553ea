import type { Accreditation } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** What the base knows of a document beside its text. */
export interface StoredDocument {
  id: string
  path: string
  kind: string
  title: string
  clientName: string | null
  /** The least accreditation that may read it. */
  audience: Accreditation
  /** Changes with the text, not with the embedding. */
  contentHash: string
  updatedAt: Date
  passages: number
}

/** A document by id, whoever may read it; undefined when it is not there. */
export async function storedDocument(db: Db, id: string): Promise<StoredDocument | undefined> {
  const row = await db.knowledgeDocument.findUnique({
    where: { id },
    include: { _count: { select: { chunks: true } } },
  })
  if (!row) return undefined
  const { path, kind, title, clientName, updatedAt } = row
  return {
    id,
    path,
    kind,
    title,
    clientName,
    audience: row.audience as Accreditation,
    contentHash: row.contentHash.split(' ').at(-1) ?? row.contentHash,
    updatedAt,
    passages: row._count.chunks,
  }
}

/** Id of the document at a path, whoever may read it; undefined when there is none. */
export async function documentAt(db: Db, path: string): Promise<string | undefined> {
  const row = await db.knowledgeDocument.findUnique({ where: { path }, select: { id: true } })
  return row?.id
}
