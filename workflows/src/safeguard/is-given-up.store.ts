import { WorkflowActor } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** Whether people ended the run that asked for something: nobody waits for it any more. */
export async function isGivenUp(db: Db, requestedBy: unknown): Promise<boolean> {
  const { data: run } = WorkflowActor.safeParse(requestedBy)
  if (!run) return false
  const found = await db.workflowRun.findUnique({ where: { id: run.runId }, select: { state: true } })
  return found?.state === 'cancelled' || found?.state === 'handed_over'
}
