import type { Prisma, Tx } from '@hub/prisma'

export async function insertBreakGlassUse(
  tx: Tx,
  use: { approvalId: string; userId: string; displayName: string; reason: string; at: Date },
): Promise<void> {
  await tx.breakGlassUse.create({ data: use })
}

export async function reviewBreakGlassUse(
  tx: Tx,
  approvalId: string,
  review: Required<
    Pick<Prisma.BreakGlassUseUpdateInput, 'reviewerId' | 'reviewerName' | 'verdict' | 'note' | 'reviewedAt'>
  >,
): Promise<void> {
  await tx.breakGlassUse.update({ where: { approvalId }, data: review })
}
