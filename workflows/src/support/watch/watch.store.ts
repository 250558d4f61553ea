import type { Db } from '@hub/prisma'

/** How far the reading has come. */
export interface WatchState {
  /** Every ticket up to here has its run; null before the first reading. */
  settledTicketId: number | null
}

/** A lease lasts this long, in seconds; a reading that takes longer renews it. */
const leaseSeconds = 30

/** Takes, or keeps, the right to read. @returns null while another worker has it */
export async function leaseWatch(db: Db, reader: string): Promise<WatchState | null> {
  const rows = await db.$queryRaw<WatchState[]>`
    INSERT INTO support_watch (id, reader, leased_until)
    VALUES (1, ${reader}::uuid, now() + ${leaseSeconds} * interval '1 second')
    ON CONFLICT (id) DO UPDATE SET reader = excluded.reader, leased_until = excluded.leased_until
      WHERE support_watch.reader = excluded.reader OR coalesce(support_watch.leased_until, now()) <= now()
    RETURNING settled_ticket_id AS "settledTicketId"`
  return rows[0] ?? null
}

/** Lets another worker read at once. */
export async function leaveWatch(db: Db, reader: string): Promise<void> {
  await db.supportWatch.updateMany({ where: { reader }, data: { reader: null, leasedUntil: null } })
}

/** Notes a reading that went well; the mark never goes back. */
export async function noteRead(
  db: Db,
  { settledTicketId, now }: { settledTicketId: number; now: Date },
): Promise<void> {
  await db.$executeRaw`
    UPDATE support_watch SET settled_ticket_id = greatest(settled_ticket_id, ${settledTicketId}),
      read_at = ${now}, failing_since = NULL, problem = NULL`
}

/** Notes a reading that failed, and keeps since when. */
export async function noteFailure(db: Db, { problem, now }: { problem: string; now: Date }): Promise<void> {
  await db.$executeRaw`
    UPDATE support_watch SET failing_since = coalesce(failing_since, ${now}), problem = ${problem}`
}

/** Of these tickets, those that have a run. */
export async function findStarted(db: Db, ticketIds: readonly number[]): Promise<Set<number>> {
  const rows = await db.workflowRun.findMany({
    where: { id: { in: ticketIds.map((id) => `support:${id}`) } },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => Number(id.slice('support:'.length))))
}

/** Sleeping runs that wait for something to happen in a ticket, and that ticket; those who wait longest first. */
export async function findListening(db: Db): Promise<{ runId: string; ticketId: number }[]> {
  const rows = await db.$queryRaw<{ runId: string; topic: string }[]>`
    SELECT r.id AS "runId", t.topic FROM workflow_runs r, unnest(r.wait_topics) AS t(topic)
    WHERE r.state = 'waiting' AND t.topic ~ '^ticket:[0-9]{1,9}$'
    ORDER BY r.updated_at LIMIT 5000`
  return rows.map(({ runId, topic }) => ({ runId, ticketId: Number(topic.slice('ticket:'.length)) }))
}
