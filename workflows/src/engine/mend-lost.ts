import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { overThere } from './rewind-run.ts'
import { claimRuns, endRun, findSilent } from './runs.store.ts'
import { queueName } from './wake-run.ts'

/** A run at work is asked about when it has told nothing for this long, in milliseconds. */
const silentMs = 30_000
const atOnce = 200

/**
 * Finds runs that we take for working and the engine does not: put to sleep by a worker that hung meanwhile, or broken
 * off because the database was away when they were to end. The first go on; the others end, so that people see them.
 * @returns how many runs
 */
export async function mendLost(ctx: Pick<WorkflowsContext, 'db' | 'clock'>): Promise<number> {
  const now = ctx.clock.now()
  const silent = await findSilent(ctx.db, { before: new Date(now.getTime() - silentMs), limit: atOnce })
  if (silent.length === 0) return 0
  const known = await DBOS.listWorkflows({ workflowIDs: silent, loadInput: false, loadOutput: false })
  const asleep = known.filter(({ status }) => status === StatusString.CANCELLED)
  const broken = known.filter(({ status }) => overThere.has(status))
  const lost = await claimRuns(
    ctx.db,
    [...asleep, ...broken].map(({ workflowID }) => workflowID),
    now,
  )
  const resumed = asleep.map(({ workflowID }) => workflowID).filter((id) => lost.includes(id))
  if (resumed.length > 0) await DBOS.resumeWorkflows(resumed, { queueName })
  const problem = { step: null, message: 'The workflow was broken off', reason: 'run.fault', params: {} }
  for (const { workflowID: id } of broken)
    if (lost.includes(id)) await endRun(ctx.db, id, { state: 'failed', problem, now })
  return lost.length
}
