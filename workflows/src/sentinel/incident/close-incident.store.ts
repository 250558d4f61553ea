import type { WorkflowsContext } from '../../context.ts'
import { waitForDesk } from '../desk/board.store.ts'
import { runIdOf } from '../desk/incident-id.ts'

/**
 * Closes an incident, unless notifications came since it was looked at or it became part of another: nothing is
 * decided about notifications in the meantime. @returns whether it is closed
 */
export async function closeIncident(
  { db, clock }: WorkflowsContext,
  { incidentId, alertCount }: { incidentId: string; alertCount: number },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await waitForDesk(tx)
    const count = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM incoming_alerts WHERE run_id = ${runIdOf(incidentId)} AND alert IS NOT NULL`
    const incident = await tx.incident.findUniqueOrThrow({ where: { id: incidentId } })
    if (incident.mergedInto !== null || count[0]?.count !== alertCount) return false
    if (incident.closedAt === null)
      await tx.incident.update({ where: { id: incidentId }, data: { closedAt: clock.now() } })
    return true
  })
}
