import { DBOS, Error as DbosErrors } from '@dbos-inc/dbos-sdk'
import type { Db, Tx } from '@hub/prisma'
import { inTransaction } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import { StepFailed } from './attempt.ts'
import type { WorkflowDefinition } from './definition.ts'
import type { EndState } from './ended-run.ts'
import { createRun } from './run.ts'
import { failedRun } from './run-error.ts'
import type { RunNote } from './run-note.ts'
import { beginRun, endRun, noteRun, readColumns } from './runs.store.ts'
import { Parked } from './wait.ts'

/** What the engine calls for a run: from its first step, or again from its records. */
export async function executeRun(
  ctx: WorkflowsContext,
  { definition, isPaused }: { definition: WorkflowDefinition; isPaused: (workflow: string) => boolean },
  input: unknown,
): Promise<void> {
  const id = DBOS.workflowID
  if (id === undefined) throw new Error('a run has an id')
  const begun = await beginRun(ctx.db, id, ctx.clock.now())
  // Ended by a person before it began.
  if (!begun) return
  try {
    const { name: workflow } = definition
    const run = createRun(ctx, { id, workflow, ...begun }, () => isPaused(workflow))
    const note = await definition.body(run, input)
    await end(ctx, definition, { id, state: 'done', note })
  } catch (err) {
    if (isOutOfHands(err)) throw err
    ctx.log.error({ err, runId: id }, 'workflow run failed')
    await end(ctx, definition, { id, state: 'failed', problem: problemOf(err) })
  }
}

/** It sleeps, or somebody else has cancelled it or goes on with it: nothing to say about it here. */
function isOutOfHands(err: unknown): boolean {
  return (
    err instanceof Parked ||
    err instanceof DbosErrors.DBOSWorkflowCancelledError ||
    err instanceof DbosErrors.DBOSWorkflowConflictError
  )
}

interface End {
  id: string
  state: EndState
  note?: RunNote
  problem?: Problem
}

/**
 * Ends a run, with its last facts and what it tells. No step of its own: after a crash the run is found ended, and a
 * repeated end changes and tells nothing more.
 */
async function end(ctx: WorkflowsContext, { events }: WorkflowDefinition, ending: End): Promise<void> {
  const { id, state, note, problem } = ending
  const now = ctx.clock.now()
  const isNoted = note !== undefined && Object.keys(note).length > 0
  const endIn = async (db: Db | Tx) => {
    if (isNoted) await noteRun(db, id, { note, now })
    return endRun(db, id, { state, now, ...(problem && { problem: { ...problem } }) })
  }
  if (!events && !isNoted && !problem) {
    await endIn(ctx.db)
    return
  }
  await inTransaction(ctx, async ({ tx, emit }) => {
    const isEnded = await endIn(tx)
    if (!isEnded) return
    const run = { ...(await readColumns(tx, id)), state, endedAt: now }
    if (problem) emit('workflow:error', failedRun(run, problem))
    for (const { type, data } of events?.(run) ?? []) emit(type, data)
  })
}

interface Problem {
  step: string | null
  message: string
  reason: string | null
  params: Record<string, string | number>
}

function problemOf(err: unknown): Problem {
  if (err instanceof StepFailed) {
    const { step, failure } = err
    return { step, message: failure.message, reason: failure.reason, params: failure.params }
  }
  return { step: null, message: 'The workflow met a fault of its own', reason: 'run.fault', params: {} }
}
