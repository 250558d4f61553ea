import { type Db, Prisma } from '@hub/prisma'
import type { Claimed } from './outbox.store.ts'

/** Longer than any attempt: who is silent for so long is dead. */
export const leaseMs = 60_000
const minuteMs = 60_000

/**
 * Takes the next message of a channel for a while, a break-glass before all else. Channels are taken in turn (the lock),
 * so that several processes keep to one limit: every attempt of the last minute leaves its instant in `leased_to`.
 * @returns null when nothing is due or the limit is reached
 */
export async function claimNext(
  db: Db,
  { channel, perMinute, now }: { channel: string; perMinute: number; now: Date },
): Promise<Claimed | null> {
  const where = { channel, state: 'waiting', dueAt: { lte: now } }
  if (!(await db.notificationDelivery.findFirst({ where, select: { id: true } }))) return null
  const leasedTo = new Date(now.getTime() + leaseMs)
  const rows = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`notifications ${channel}`}, 0))`
    const attempts = await tx.notificationDelivery.count({
      where: { channel, leasedTo: { gt: new Date(now.getTime() - minuteMs) } },
    })
    return attempts < perMinute ? tx.$queryRaw<Row[]>(takeNext({ channel, now, leasedTo })) : []
  })
  const [row] = rows
  if (!row) return null
  const { id, approval_id: approvalId, tries, last_error: lastError } = row
  return { id, eventId: Number(row.event_id), approvalId, tries, lastError, leasedTo }
}

interface Row {
  id: string
  event_id: bigint
  approval_id: string | null
  tries: number
  last_error: string | null
}

function takeNext({ channel, now, leasedTo }: { channel: string; now: Date; leasedTo: Date }): Prisma.Sql {
  return Prisma.sql`
    UPDATE notification_deliveries SET leased_to = ${leasedTo}, tries = tries + 1
    WHERE id = (
      SELECT d.id FROM notification_deliveries d JOIN events e ON e.id = d.event_id
      WHERE d.channel = ${channel} AND d.state = 'waiting' AND d.due_at <= ${now}
        AND (d.leased_to IS NULL OR d.leased_to <= ${now})
      ORDER BY (e.type = 'safeguard:break_glass') DESC, d.due_at, d.event_id
      LIMIT 1
    )
    RETURNING id, event_id, approval_id, tries, last_error`
}
