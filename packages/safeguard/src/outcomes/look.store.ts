import type { Db } from '@hub/prisma'

/** Instants that say which `unknown` executions the Hub looks at again by itself. */
export interface LooksDue {
  now: Date
  /** After this long a write has landed or never will, in milliseconds. */
  landsWithinMs: number
  /** Looks that gave no answer are repeated for this long after that, in milliseconds. */
  repeatForMs: number
}

/** Older ones are left to people: what a system shows by then may be somebody else's doing. */
const recentMs = 24 * 60 * 60_000
const batch = 20

const before = (now: Date, ms: number) => new Date(now.getTime() - ms)

/** Unknown executions old enough for a clear answer, which nobody has looked at since they are. */
export async function findLooksDue(db: Db, { now, landsWithinMs, repeatForMs }: LooksDue): Promise<string[]> {
  const [landed, repeated] = [`${landsWithinMs} ms`, `${landsWithinMs + repeatForMs} ms`]
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM approvals
    WHERE state = 'unknown' AND executing_at <= ${before(now, landsWithinMs)}
      AND executing_at > ${before(now, recentMs)}
      AND (looked_at IS NULL OR looked_at < executing_at + ${landed}::interval
           OR (looked_at <= ${before(now, landsWithinMs)} AND looked_at < executing_at + ${repeated}::interval))
    ORDER BY number LIMIT ${batch}`
  return rows.map((row) => row.id)
}

/** Takes one look at the system of an unknown execution: of several processes or people one gets it, once per `everyMs`. */
export async function claimLook(
  db: Db,
  { id, now, everyMs }: { id: string; now: Date; everyMs: number },
): Promise<boolean> {
  const { count } = await db.approval.updateMany({
    where: { id, state: 'unknown', OR: [{ lookedAt: null }, { lookedAt: { lte: before(now, everyMs) } }] },
    data: { lookedAt: now },
  })
  return count === 1
}

/** Effects whose direct undo may or may not have happened, not looked at for `everyMs`. */
export async function findUndoLooksDue(
  db: Db,
  { now, everyMs }: { now: Date; everyMs: number },
): Promise<{ undoOf: string; by: string; lookedAt: Date }[]> {
  const rows = await db.approval.findMany({
    where: { state: 'executed', undoneBy: { not: null }, lookedAt: { lte: before(now, everyMs) } },
    select: { id: true, undoneBy: true, lookedAt: true },
    orderBy: { lookedAt: 'asc' },
    take: batch,
  })
  return rows.flatMap(({ id, undoneBy, lookedAt }) =>
    undoneBy === null || lookedAt === null ? [] : [{ undoOf: id, by: undoneBy, lookedAt }],
  )
}

/** Takes such a look; of several processes one gets it. */
export async function claimUndoLook(
  db: Db,
  { undoOf, by, lookedAt, now }: { undoOf: string; by: string; lookedAt: Date; now: Date },
): Promise<boolean> {
  const { count } = await db.approval.updateMany({
    where: { id: undoOf, undoneBy: by, lookedAt },
    data: { lookedAt: now },
  })
  return count === 1
}
