import type { Db, Prisma, Tx } from '@hub/prisma'

/** Changes of a request that are not a change of state. */
export async function touchApproval(
  db: Db | Tx,
  id: string,
  columns: Pick<
    Prisma.ApprovalUpdateInput,
    | 'deferredUntil'
    | 'deferredFor'
    | 'deferredAt'
    | 'deferredLeftMs'
    | 'expiresAt'
    | 'ladderStep'
    | 'escalatedTo'
  >,
): Promise<void> {
  await db.approval.update({ where: { id }, data: columns })
}
