import type { Db } from '@hub/prisma'

/** Ids of the followups that the Hub wrote into a ticket since an instant, whoever asked for them. */
export async function findOwnFollowups(
  db: Db,
  { ticketId, since }: { ticketId: number; since: Date },
): Promise<Set<number>> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT (data->>'followupId')::int AS id FROM tool_executions
    WHERE (arguments->>'ticketId') = ${String(ticketId)} AND jsonb_typeof(data->'followupId') = 'number'
      AND finished_at >= ${since}`
  return new Set(rows.map((row) => row.id))
}
