import type { Db } from '@hub/prisma'

/** Takes over one silent execution; of several processes exactly one succeeds. */
export async function claimSilentExecution(
  db: Db,
  claim: { id: string; aliveBefore: Date; now: Date },
): Promise<boolean> {
  const { count } = await db.approval.updateMany({
    where: { id: claim.id, state: 'executing', aliveAt: { lte: claim.aliveBefore } },
    data: { aliveAt: claim.now },
  })
  return count === 1
}
