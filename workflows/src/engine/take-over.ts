import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { claimRuns } from './runs.store.ts'
import { queueName } from './wake-run.ts'
import { findLiving } from './workers.store.ts'

/** A worker that said nothing for this long is dead, in milliseconds; it says something every `beatMs`. */
const silentMs = 20_000
export const beatMs = 5_000

/**
 * Lets runs go on whose worker is dead. Any worker does it, as the next one may die before it could; each run is
 * claimed first, so that it goes on once. The engine keeps a worker that was only slow from recording anything more.
 * @returns how many runs
 */
export async function takeOver(ctx: Pick<WorkflowsContext, 'db' | 'clock'>): Promise<number> {
  const living = new Set(await findLiving(ctx.db, silentMs))
  const running = await DBOS.listWorkflows({
    status: StatusString.PENDING,
    queueName,
    loadInput: false,
    loadOutput: false,
  })
  const orphans = running.filter(({ executorId }) => !living.has(executorId ?? ''))
  if (orphans.length === 0) return 0
  const ids = await claimRuns(
    ctx.db,
    orphans.map(({ workflowID }) => workflowID),
    ctx.clock.now(),
  )
  if (ids.length > 0) await DBOS.resumeWorkflows(ids, { queueName })
  return ids.length
}
