import { DBOS, Error as DbosErrors, StatusString } from '@dbos-inc/dbos-sdk'
import type { Db } from '@hub/prisma'
import { outside } from './outside.ts'
import { isOpenRun } from './runs.store.ts'

/**
 * Refuses to act for a run that people have ended, or that another worker has taken over: this one only hung, and goes
 * on in the middle of a step.
 * What hangs once more between this question and the call is stopped by the age of its assertion, and by the tool, which
 * looks whether it has been done.
 * @throws DBOSWorkflowConflictError
 */
export async function assertMine(db: Db, runId: string): Promise<void> {
  const status = await outside(() => DBOS.getWorkflowStatus(runId))
  const isHere = status?.executorId === DBOS.executorID && status.status === StatusString.PENDING
  if (!isHere || !(await isOpenRun(db, runId))) throw new DbosErrors.DBOSWorkflowConflictError(runId)
}
