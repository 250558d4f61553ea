import type { RejectInput, UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertMayDecide, assertOpen } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts, lockApproval } from './approval.store.ts'
import { readDecider } from './decider.ts'
import { endWith, onBehalf, recordDecision, refuseIfExpired } from './end-request.ts'

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
    const by = await readDecider(change, actor, input.onBehalfOf)
    const facts = decisionFacts(row)
    assertMayDecide(facts, actor, by.acting)
    assertOpen(facts, { digest: input.digest, now: change.now })
    await recordDecision(change, row, { kind: 'reject', by, reason: input.reason })
    return endWith(change, row, {
      state: 'rejected',
      actor,
      action: 'approval.reject',
      details: { reason: input.reason, ...onBehalf(by) },
      columns: { decidedAt: change.now, finishedAt: change.now },
    })
  })
}
