import { DBOS, StatusString, type WorkflowStatus } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { findRetried } from './commands.store.ts'
import { outside } from './outside.ts'
import { lastStep, overThere, rewindRun } from './rewind-run.ts'
import { claimQueued, findQueued, noteGiven, type QueuedRun } from './runs.store.ts'
import { queueName } from './wake-run.ts'

export type RegisteredWorkflows = ReadonlyMap<string, (input: unknown) => Promise<void>>

const batch = 200
/** A run that is being given to the engine by somebody has this long, in milliseconds. */
const graceMs = 10_000

/** Gives one run to the engine; the same run twice is one. */
export async function startRun(workflows: RegisteredWorkflows, run: QueuedRun): Promise<void> {
  const workflow = workflows.get(run.workflow)
  if (!workflow) throw new Error(`no workflow named ${run.workflow}`)
  const start = () =>
    DBOS.startWorkflow(workflow, {
      workflowID: run.id,
      queueName,
      enqueueOptions: { queuePartitionKey: run.turn },
    })(run.input)
  await outside(start)
}

/** Gives the engine what waits to begin, and what a crash kept from being given or woken. */
export async function startQueued(ctx: WorkflowsContext, workflows: RegisteredWorkflows): Promise<void> {
  const now = ctx.clock.now()
  const runs = await findQueued(ctx.db, { before: new Date(now.getTime() - graceMs), limit: batch })
  if (runs.length === 0) return
  const known = await statusesOf(runs.map(({ id }) => id))
  // One that a worker has just taken is left as it is: that worker may be dead, and the age of the run tells it.
  const given = runs.filter(({ id }) => known.get(id) === StatusString.ENQUEUED)
  if (given.length > 0)
    await noteGiven(
      ctx.db,
      given.map(({ id }) => id),
      now,
    )
  for (const run of runs) {
    const status = known.get(run.id)
    if (!workflows.has(run.workflow)) continue
    if (status === undefined) await startRun(workflows, run)
    else if (status === StatusString.CANCELLED || overThere.has(status)) await goOn(ctx, run, { status, now })
  }
}

/** Wakes a run, or rewinds it: whoever did so was killed after it had opened the run and before it told the engine. */
async function goOn(
  ctx: WorkflowsContext,
  { id, turn }: QueuedRun,
  { status, now }: { status: string; now: Date },
): Promise<void> {
  const retried = await findRetried(ctx.db, id)
  if (!(await claimQueued(ctx.db, id, now))) return
  if (overThere.has(status) || retried?.isUntouched)
    await rewindRun(id, { step: retried?.step ?? (await lastStep(id)), turn })
  else await DBOS.resumeWorkflow(id, { queueName })
}

async function statusesOf(ids: string[]): Promise<Map<string, WorkflowStatus['status']>> {
  const found = await DBOS.listWorkflows({ workflowIDs: ids, loadInput: false, loadOutput: false })
  return new Map(found.map(({ workflowID, status }) => [workflowID, status]))
}
