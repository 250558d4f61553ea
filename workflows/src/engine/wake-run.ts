import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { outside } from './outside.ts'
import { claimWaking } from './runs.store.ts'

/** Where the runs wait for a worker; each client has its turn. */
export const queueName = 'hub'

/** Lets a sleeping run go on, on any worker. One that is still falling asleep looks again by itself. */
export async function wakeRun(ctx: Pick<WorkflowsContext, 'db' | 'clock'>, id: string): Promise<void> {
  const status = await outside(() => DBOS.getWorkflowStatus(id))
  if (status?.status !== StatusString.CANCELLED) return
  if (await claimWaking(ctx.db, id, ctx.clock.now())) {
    await outside(() => DBOS.resumeWorkflow(id, { queueName }))
  }
}
