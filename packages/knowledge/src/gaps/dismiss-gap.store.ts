import { type Accreditation, NotFoundError } from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'

/**
 * Deletes a question that is dealt with; asked in vain again, it comes back.
 * @param gap.audience accreditation of who deals with it
 * @returns how often it was asked
 * @throws NotFoundError `knowledge.gap`, also when it was asked with an accreditation above
 */
export async function dismissGap(
  tx: Tx,
  { id, audience }: { id: string; audience: Accreditation },
): Promise<number> {
  const where = { id, audience: { in: readableAudiences(audience) } }
  const row = await tx.knowledgeGap.findFirst({ where, select: { count: true } })
  if (!row) throw new NotFoundError(`There is no question ${id}`, { reason: 'knowledge.gap' })
  await tx.knowledgeGap.deleteMany({ where: { id } })
  return row.count
}
