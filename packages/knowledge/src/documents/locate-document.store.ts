import { type Accreditation, NotFoundError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { z } from 'zod'
import { readableAudiences } from '../audience.policy.ts'

const Id = z.guid()

/**
 * Id of the document that a reference names: its id, its path, or the id of one of its passages.
 * @param ctx.audience accreditation of the reader; without it, only documents open to everybody exist
 * @throws NotFoundError `knowledge.document` when there is none that the reader may read
 */
export async function locateDocument(
  { db, audience }: { db: Db; audience?: Accreditation },
  reference: string,
): Promise<string> {
  const names = Id.safeParse(reference).success
    ? [{ id: reference }, { chunks: { some: { id: reference } } }]
    : [{ path: reference }]
  const row = await db.knowledgeDocument.findFirst({
    where: { OR: names, audience: { in: readableAudiences(audience) } },
    select: { id: true },
  })
  if (!row) throw new NotFoundError(`There is no document ${reference}`, { reason: 'knowledge.document' })
  return row.id
}
