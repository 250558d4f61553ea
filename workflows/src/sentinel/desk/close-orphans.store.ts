import type { Db } from '@hub/prisma'
import { Alert } from '../alerts/alert.ts'
import { incidentProgress } from '../group/incident-progress.ts'
import { waitForDesk } from './board.store.ts'
import { runIdOf } from './incident-id.ts'

/** An incident nobody takes care of is forgotten after this long, whatever its checks say, in milliseconds. */
const forgetMs = 7 * 24 * 60 * 60_000

/** Incidents of which the run has ended before them: a person took it over, cancelled it, or it failed. */
function findOrphans(
  db: Pick<Db, '$queryRaw'>,
): Promise<{ id: string; isFlapping: boolean; openedAt: Date }[]> {
  return db.$queryRaw`
    SELECT i.id, i.is_flapping AS "isFlapping", i.opened_at AS "openedAt"
    FROM incidents i JOIN workflow_runs r ON r.id = 'sentinel:' || i.id
    WHERE i.closed_at IS NULL AND r.ended_at IS NOT NULL LIMIT 50`
}

/** Closes incidents without a run once their checks are well: until then they keep their notifications together. */
export async function closeOrphans(db: Db, now: Date): Promise<void> {
  for (const { id, isFlapping, openedAt } of await findOrphans(db)) {
    const rows = await db.incomingAlert.findMany({ where: { runId: runIdOf(id) }, select: { alert: true } })
    const alerts = rows.flatMap(({ alert }) => (alert === null ? [] : [Alert.parse(alert)]))
    const { phase } = incidentProgress({ alerts, isFlapping }, { now: now.toISOString() })
    if (phase !== 'over' && now.getTime() - openedAt.getTime() < forgetMs) continue
    await db.$transaction(async (tx) => {
      await waitForDesk(tx)
      await tx.incident.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } })
    })
  }
}
