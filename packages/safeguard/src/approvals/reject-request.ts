import type { RejectInput, UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { assertMayDecide, assertOpen } from './approval.policy.ts'
import { decisionFacts } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { readDecider } from './decider.ts'
import { endWith, onBehalf } from './end-request.ts'
import { onOpenRequest } from './on-open-request.ts'

/**
 * Says no; one no ends the request whatever the quorum.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function rejectRequest(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: RejectInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  return onOpenRequest(ctx, { approvalId, actor }, async (change, row) => {
    const by = await readDecider(change, actor, input.onBehalfOf)
    const facts = decisionFacts(row)
    assertMayDecide(facts, actor, by.acting)
    assertOpen(facts, { digest: input.digest, now: change.now })
    return endWith(change, row, {
      state: 'rejected',
      said: { kind: 'reject', by, reason: input.reason },
      actor,
      action: 'approval.reject',
      details: { reason: input.reason, ...onBehalf(by) },
      columns: { decidedAt: change.now, finishedAt: change.now },
    })
  })
}
