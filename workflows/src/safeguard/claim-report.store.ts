import type { Db, Prisma } from '@hub/prisma'

/** Longer than one followup may take. */
const leaseMs = 120_000

/** The end that a followup tells: a verdict meanwhile makes it another one. */
export interface ReportedEnd {
  id: string
  state: string
  finishedAt: Date | null
}

/**
 * Takes the writing of one followup for a while, so that of several executors one writes it. The sign of life of
 * the execution serves again: after the end only a writer refreshes it.
 */
export async function claimReport(
  db: Db,
  { id, state, finishedAt, now }: ReportedEnd & { now: Date },
): Promise<boolean> {
  const endedAt = finishedAt ?? now
  const aliveAt = new Date(Math.max(now.getTime(), endedAt.getTime() + 1))
  const { count } = await db.approval.updateMany({
    where: {
      id,
      state,
      finishedAt,
      reportedAt: null,
      OR: [
        { aliveAt: null },
        { aliveAt: { lte: endedAt } },
        { aliveAt: { lte: new Date(now.getTime() - leaseMs) } },
      ],
    },
    data: { aliveAt },
  })
  return count === 1
}

/** Notes how the writing went, unless the request has another end by now: that one is still to be told. */
export async function endReport(
  db: Db,
  { id, state, finishedAt }: ReportedEnd,
  columns: Pick<Prisma.ApprovalUpdateManyMutationInput, 'reportedAt' | 'reportTries' | 'aliveAt'>,
): Promise<void> {
  await db.approval.updateMany({ where: { id, state, finishedAt }, data: columns })
}

/**
 * The newest request that is to carry a followup, where the policy asks a human for it; null when none was asked for.
 * @param key names the followup, `requesterKey` who writes it
 */
export function findCarrier(
  db: Db,
  { requesterKey, key }: { requesterKey: string; key: string },
): Promise<{ id: string; state: string; finishedAt: Date | null } | null> {
  return db.approval.findFirst({
    where: { requesterKey, arguments: { path: ['idempotencyKey'], equals: key } },
    select: { id: true, state: true, finishedAt: true },
    orderBy: { number: 'desc' },
  })
}
