import { WorkflowActor } from '@hub/contracts'
import { withdrawRequest } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import { findAbandoning, findPendingOf } from './act.store.ts'

const lostReasons = {
  cancelled: {
    fr: 'L’exécution qui a fait cette demande a été annulée.',
    en: 'The run that asked for this was cancelled.',
  },
  handed_over: {
    fr: 'L’exécution qui a fait cette demande a été confiée à une personne.',
    en: 'The run that asked for this was handed to a person.',
  },
}

/** Takes back what a run asked people for and nobody has decided: it does nothing with the answer any more. */
export async function withdrawAll(
  ctx: WorkflowsContext,
  runId: string,
  state: keyof typeof lostReasons,
): Promise<void> {
  const reason = lostReasons[state]
  for (const { approvalId, requestedBy } of await findPendingOf(ctx.db, runId))
    await withdrawRequest(ctx, { approvalId, actor: WorkflowActor.parse(requestedBy), reason })
}

/**
 * The same for all runs that people took out of hands: one may have been asking just then, and its worker, or the one
 * that took it out of hands, may have been killed before it could take that back.
 * @returns how many runs
 */
export async function withdrawAbandoned(ctx: WorkflowsContext): Promise<number> {
  const runs = await findAbandoning(ctx.db)
  for (const { runId, state } of runs) await withdrawAll(ctx, runId, state)
  return runs.length
}
