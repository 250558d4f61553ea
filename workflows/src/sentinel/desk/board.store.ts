import { Prisma, type Tx } from '@hub/prisma'

const recentMs = 60 * 60_000
/** An incident's run is named after it. */
const runPrefix = 'sentinel:'

export interface StoredIncident {
  id: string
  cause: unknown
  isFlapping: boolean
  openedAt: Date
}

export interface StoredAlert {
  id: string
  alert: unknown
  incidentId: string | null
  isHeld: boolean
  isRecent: boolean
}

/** The desk, locked until the transaction ends; null while another worker decides. */
export async function lockDesk(tx: Tx): Promise<{ version: bigint; lastNumber: number } | null> {
  const rows = await tx.$queryRaw<{ version: bigint; lastNumber: number }[]>`
    SELECT version, last_number AS "lastNumber" FROM sentinel_desk WHERE id = 1 FOR UPDATE SKIP LOCKED`
  return rows[0] ?? null
}

/** The desk, after whoever has it. Nothing is decided about notifications until the transaction ends. */
export async function waitForDesk(tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE sentinel_desk SET version = version + 1 WHERE id = 1`
}

/** Open incidents with their notifications, those of the last hour, and those that are held. */
export async function readBoard(
  tx: Tx,
  now: Date,
): Promise<{ incidents: StoredIncident[]; alerts: StoredAlert[] }> {
  const incidents = await tx.incident.findMany({
    where: { closedAt: null },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, cause: true, isFlapping: true, openedAt: true },
  })
  const since = new Date(now.getTime() - recentMs)
  const runs = incidents.map(({ id }) => runPrefix + id)
  // Each part has an index of its own; an OR of them has none.
  const alerts = await tx.$queryRaw<StoredAlert[]>`
    SELECT a.id::text, a.alert,
      CASE WHEN a.run_id = ANY(${runs}::text[]) THEN substr(a.run_id, ${runPrefix.length + 1}::int) END AS "incidentId",
      a.held_until IS NOT NULL AS "isHeld", a.alert_at > ${since} AS "isRecent"
    FROM incoming_alerts a JOIN (
      SELECT id FROM incoming_alerts WHERE held_until IS NOT NULL
      UNION SELECT id FROM incoming_alerts WHERE alert_at > ${since}
      UNION SELECT id FROM incoming_alerts WHERE run_id = ANY(${runs}::text[])
    ) wanted USING (id)
    WHERE a.alert IS NOT NULL ORDER BY a.received_at, a.id`
  return { incidents, alerts }
}

/** A notification that nobody has decided about. */
export interface NewAlert {
  id: string
  source: string
  body: unknown
  receivedAt: Date
}

/** New notifications in the order of their arrival. */
export async function findNew(tx: Tx, limit: number): Promise<NewAlert[]> {
  return tx.incomingAlert.findMany({
    where: { handledAt: null },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, source: true, body: true, receivedAt: true },
  })
}

/** Held notifications whose time has come, in order. */
export async function findDueHeld(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.incomingAlert.findMany({
    where: { heldUntil: { lte: now } },
    orderBy: [{ heldUntil: 'asc' }, { receivedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Which of these notifications were told before, over any transport, and what they belong to now. */
export async function findKnown(
  tx: Tx,
  keys: readonly string[],
): Promise<Map<string, { id: string; runId: string | null }>> {
  const rows = await tx.incomingAlert.findMany({
    where: { dedupeKey: { in: [...keys] }, alert: { not: Prisma.DbNull } },
    select: { id: true, dedupeKey: true, runId: true },
  })
  return new Map(rows.map(({ id, dedupeKey, runId }) => [dedupeKey ?? '', { id, runId }]))
}

/** Whether there is anything to decide: asked without a lock. */
export async function hasWork(tx: Pick<Tx, '$queryRaw'>, now: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM incoming_alerts WHERE handled_at IS NULL)
      OR EXISTS (SELECT 1 FROM incoming_alerts WHERE held_until <= ${now}) AS found`
  return rows[0]?.found ?? false
}
