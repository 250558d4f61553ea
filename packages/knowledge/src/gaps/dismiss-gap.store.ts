import { NotFoundError } from '@hub/contracts'
import type { Tx } from '@hub/prisma'

/**
 * Deletes a question that is dealt with; asked in vain again, it comes back.
 * @returns how often it was asked
 * @throws NotFoundError `knowledge.gap`
 */
export async function dismissGap(tx: Tx, id: string): Promise<number> {
  const row = await tx.knowledgeGap.findUnique({ where: { id }, select: { count: true } })
  if (!row) throw new NotFoundError(`There is no question ${id}`, { reason: 'knowledge.gap' })
  await tx.knowledgeGap.deleteMany({ where: { id } })
  return row.count
}
