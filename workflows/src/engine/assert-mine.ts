import { DBOS, Error as DbosErrors, StatusString } from '@dbos-inc/dbos-sdk'
import { outside } from './outside.ts'

/**
 * Refuses to act for a run that another worker has taken over: this one only hung, and goes on in the middle of a step.
 * What hangs once more between this question and the call is stopped by the age of its assertion, and by the tool, which
 * looks whether it has been done.
 * @throws DBOSWorkflowConflictError
 */
export async function assertMine(runId: string): Promise<void> {
  const status = await outside(() => DBOS.getWorkflowStatus(runId))
  if (status?.executorId !== DBOS.executorID || status.status !== StatusString.PENDING)
    throw new DbosErrors.DBOSWorkflowConflictError(runId)
}
