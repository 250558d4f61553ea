import type { Db } from '@hub/prisma'

/** Longer than one followup may take. */
const leaseMs = 120_000

/**
 * Takes the writing of one followup for a while, so that of several executors one writes it. The sign of life of
 * the execution serves again: after the end only a writer refreshes it.
 */
export async function claimReport(
  db: Db,
  { id, finishedAt, now }: { id: string; finishedAt: Date; now: Date },
): Promise<boolean> {
  const aliveAt = new Date(Math.max(now.getTime(), finishedAt.getTime() + 1))
  const { count } = await db.approval.updateMany({
    where: {
      id,
      reportedAt: null,
      OR: [
        { aliveAt: null },
        { aliveAt: { lte: finishedAt } },
        { aliveAt: { lte: new Date(now.getTime() - leaseMs) } },
      ],
    },
    data: { aliveAt },
  })
  return count === 1
}
