import type { Db } from '@hub/prisma'

const batch = 200

/** Requests put off until their ticket has an answer. */
export async function findWaitingForTicket(
  db: Db,
  now: Date,
): Promise<{ id: string; ticketId: number; deferredAt: Date }[]> {
  const rows = await db.approval.findMany({
    where: { state: 'pending', deferredFor: 'ticket_answer', deferredUntil: { gt: now } },
    select: { id: true, ticketId: true, deferredAt: true },
    orderBy: { number: 'asc' },
    take: batch,
  })
  return rows.flatMap(({ id, ticketId, deferredAt }) =>
    ticketId === null || deferredAt === null ? [] : [{ id, ticketId, deferredAt }],
  )
}

/** Takes the look at one ticket; of several processes one gets it, once per `everyMs`. */
export async function claimTicketLook(
  db: Db,
  { id, now, everyMs }: { id: string; now: Date; everyMs: number },
): Promise<boolean> {
  const { count } = await db.approval.updateMany({
    where: {
      id,
      state: 'pending',
      OR: [{ aliveAt: null }, { aliveAt: { lte: new Date(now.getTime() - everyMs) } }],
    },
    data: { aliveAt: now },
  })
  return count === 1
}

/** Undecided requests with a rung of their ladder left to tell, deferred ones left out. */
export async function findClimbingIds(db: Db, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM approvals
    WHERE state = 'pending' AND expires_at > ${now} AND (deferred_until IS NULL OR deferred_until <= ${now})
      AND jsonb_array_length(ladder) > ladder_step
    ORDER BY number LIMIT ${batch}`
  return rows.map((row) => row.id)
}
