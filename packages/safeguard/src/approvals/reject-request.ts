import type { RejectInput } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertMayDecide, assertOpen } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts, lockApproval } from './approval.store.ts'
import { endWith, recordDecision, refuseIfExpired, type UserActor } from './end-request.ts'

/**
 * Says no; one no ends the request whatever the quorum.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function rejectRequest(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: RejectInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  await refuseIfExpired(ctx, approvalId)
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, approvalId)
    const facts = { ...decisionFacts(row), decidedBy: [] }
    assertMayDecide(facts, actor)
    assertOpen(facts, { digest: input.digest, now: change.now, userId: actor.userId })
    await recordDecision(change, row, { kind: 'reject', actor, reason: input.reason })
    return endWith(change, row, {
      state: 'rejected',
      actor,
      action: 'approval.reject',
      details: { reason: input.reason },
      columns: { decidedAt: change.now, finishedAt: change.now },
    })
  })
}
