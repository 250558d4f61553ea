import { DBOS, Error as DbosErrors } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { StepFailed } from './attempt.ts'
import type { WorkflowDefinition } from './definition.ts'
import { createRun } from './run.ts'
import { beginRun, type EndState, endRun, noteRun } from './runs.store.ts'
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
    await DBOS.runStep(() => end(ctx, id, 'done', { note }), { name: 'end' })
  } catch (err) {
    if (isOutOfHands(err)) throw err
    ctx.log.error({ err, runId: id }, 'workflow run failed')
    await DBOS.runStep(() => end(ctx, id, 'failed', { problem: problemOf(err) }), { name: 'end' })
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

async function end(
  ctx: WorkflowsContext,
  id: string,
  state: EndState,
  { note, problem }: { note?: Parameters<typeof noteRun>[2]['note']; problem?: Problem },
): Promise<null> {
  const now = ctx.clock.now()
  if (note && Object.keys(note).length > 0) await noteRun(ctx.db, id, { note, now })
  await endRun(ctx.db, id, { state, now, ...(problem && { problem: { ...problem } }) })
  return null
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
