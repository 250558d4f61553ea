import { actorKey, type CancelInput, ForbiddenError, type UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { assertOpen } from './approval.policy.ts'
import { decisionFacts } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { readDecider } from './decider.ts'
import { endWith } from './end-request.ts'
import { onOpenRequest } from './on-open-request.ts'

/**
 * The requester takes the request back while it is pending.
 * @throws ForbiddenError for anybody else; ConflictError, NotFoundError
 */
export async function cancelRequest(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: CancelInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  return onOpenRequest(ctx, { approvalId, actor }, async (change, row) => {
    const by = await readDecider(change, actor)
    if (actorKey(actor) !== row.requesterKey)
      throw new ForbiddenError('Only the requester can cancel a request', { reason: 'approval.cancel_other' })
    assertOpen(decisionFacts(row), { digest: input.digest, now: change.now })
    return endWith(change, row, {
      state: 'cancelled',
      said: { kind: 'cancel', by, reason: input.reason },
      actor,
      action: 'approval.cancel',
      details: { reason: input.reason ?? null },
      columns: { finishedAt: change.now },
    })
  })
}
