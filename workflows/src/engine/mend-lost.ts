import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import type { WorkflowDefinition } from './definition.ts'
import { endWith } from './end-with.ts'
import { lastStep, overThere, rewindRun } from './rewind-run.ts'
import { claimRuns, findSilent, type SilentRun } from './runs.store.ts'
import { keepSignal } from './signals.store.ts'
import { queueName } from './wake-run.ts'

/** A run at work is asked about when it has told nothing for this long, in milliseconds. */
const silentMs = 30_000
const atOnce = 200

export type Definitions = ReadonlyMap<string, WorkflowDefinition>

/**
 * Finds runs that we take for working and the engine does not: put to sleep by a worker that hung meanwhile, or broken
 * off because the database was away when they were to end. The first go on; so do those broken off by an error, once:
 * their recorded steps only give their results again. The others end, so that people see them and are told.
 * @returns how many runs
 */
export async function mendLost(ctx: WorkflowsContext, definitions: Definitions): Promise<number> {
  const now = ctx.clock.now()
  const silent = await findSilent(ctx.db, { before: new Date(now.getTime() - silentMs), limit: atOnce })
  if (silent.length === 0) return 0
  const known = await DBOS.listWorkflows({
    workflowIDs: silent.map(({ id }) => id),
    loadInput: false,
    loadOutput: false,
  })
  const statuses = new Map(known.map(({ workflowID, status }) => [workflowID, status]))
  const statusOf = ({ id }: SilentRun) => statuses.get(id) ?? ''
  const asleep = silent.filter((run) => statusOf(run) === StatusString.CANCELLED)
  const broken = silent.filter((run) => overThere.has(statusOf(run)))
  const ids = [...asleep, ...broken].map(({ id }) => id)
  const lost = new Set(await claimRuns(ctx.db, ids, now))
  const resumed = asleep.map(({ id }) => id).filter((id) => lost.has(id))
  if (resumed.length > 0) await DBOS.resumeWorkflows(resumed, { queueName })
  for (const run of broken.filter(({ id }) => lost.has(id))) {
    const isAgain = statusOf(run) === StatusString.ERROR && (await repeatOnce(ctx, run))
    if (!isAgain) await endBroken(ctx, definitions, run)
  }
  return lost.size
}

/** @returns false when that was done before */
async function repeatOnce(ctx: WorkflowsContext, { id, turn }: SilentRun): Promise<boolean> {
  const mark = { runId: id, topic: 'broken_off', key: 'repeated', body: {} }
  if (!(await ctx.db.$transaction((tx) => keepSignal(tx, mark)))) return false
  await rewindRun(id, { step: (await lastStep(id)) + 1, turn })
  return true
}

async function endBroken(
  ctx: WorkflowsContext,
  definitions: Definitions,
  { id, workflow }: SilentRun,
): Promise<void> {
  ctx.log.error({ runId: id }, 'workflow run was broken off')
  const problem = { step: null, message: 'The workflow was broken off', reason: 'run.fault', params: {} }
  const { events } = definitions.get(workflow) ?? {}
  await endWith(ctx, { events }, { id, state: 'failed', problem })
}
