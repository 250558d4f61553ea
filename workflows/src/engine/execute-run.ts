import { DBOS, Error as DbosErrors } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { StepFailed } from './attempt.ts'
import type { WorkflowDefinition } from './definition.ts'
import { endWith, type Problem } from './end-with.ts'
import { createRun } from './run.ts'
import { beginRun } from './runs.store.ts'
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
    await endWith(ctx, definition, { id, state: 'done', note })
  } catch (err) {
    if (isOutOfHands(err)) throw err
    ctx.log.error({ err, runId: id }, 'workflow run failed')
    await endWith(ctx, definition, { id, state: 'failed', problem: problemOf(err) })
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

function problemOf(err: unknown): Problem {
  if (err instanceof StepFailed) {
    const { step, failure } = err
    return { step, message: failure.message, reason: failure.reason, params: failure.params }
  }
  return { step: null, message: 'The workflow met a fault of its own', reason: 'run.fault', params: {} }
}
