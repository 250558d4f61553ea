import { type LocalizedText, WorkflowActor } from '@hub/contracts'
import { withdrawRequest } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import { findPendingOf } from './act.store.ts'

/** Takes back what a run asked people for and nobody has decided: it does nothing with the answer any more. */
export async function withdrawAll(
  ctx: WorkflowsContext,
  runId: string,
  reason: LocalizedText,
): Promise<void> {
  for (const { approvalId, requestedBy } of await findPendingOf(ctx.db, runId))
    await withdrawRequest(ctx, { approvalId, actor: WorkflowActor.parse(requestedBy), reason })
}
