import { Accreditation, type KnowledgeDocument, NotFoundError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { z } from 'zod'
import { readableAudiences } from '../audience.policy.ts'
import { problemText } from '../ingest/document-reasons.ts'
import { storedProblem } from '../ingest/file-state.store.ts'
import { marksInForce } from '../marks/marks-in-force.store.ts'
import { isoDay } from './iso-day.ts'

const Id = z.guid()
const Kind = z.enum(['procedure', 'client', 'faq', 'case'])

/**
 * A document with its passages in order.
 * @param ctx.audience accreditation of the reader; without it, only documents open to everybody exist
 * @throws NotFoundError `knowledge.document` when there is none that the reader may read
 */
export async function readDocument(
  ctx: { db: Db; audience?: Accreditation },
  id: string,
): Promise<KnowledgeDocument> {
  const row = Id.safeParse(id).success ? await findDocument(ctx, id) : null
  if (!row) throw new NotFoundError(`There is no document ${id}`, { reason: 'knowledge.document' })
  const { updatedAt, validUntil, title, path, clientName, system } = row
  const marks = await marksInForce(ctx.db, id)
  const chunks = row.chunks.map((chunk) => {
    const mark = marks.get(chunk.id)
    return mark ? { ...chunk, mark } : chunk
  })
  const problem = storedProblem(row.files[0]?.problem)
  return {
    id,
    title,
    path,
    kind: Kind.parse(row.kind),
    ...(clientName && { client: clientName }),
    ...(system && { system }),
    audience: Accreditation.parse(row.audience),
    updatedAt: updatedAt.toISOString(),
    ...(validUntil && { validUntil: isoDay(validUntil) }),
    ...(problem && { problem: problemText(problem) }),
    chunks,
  }
}

function findDocument({ db, audience }: { db: Db; audience?: Accreditation }, id: string) {
  return db.knowledgeDocument.findFirst({
    where: { id, audience: { in: readableAudiences(audience) } },
    include: {
      files: { select: { problem: true }, take: 1 },
      chunks: { select: { id: true, headingPath: true, content: true }, orderBy: { position: 'asc' } },
    },
  })
}
