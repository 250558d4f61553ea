import type { RejectInput, UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { assertMayDecide, assertOpen } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts } from './approval.store.ts'
import { readDecider } from './decider.ts'
import { endWith, onBehalf, recordDecision } from './end-request.ts'
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
  return onOpenRequest(ctx, approvalId, async (change, row) => {
    const by = await readDecider(change, actor, input.onBehalfOf)
    const facts = decisionFacts(row)
    assertMayDecide(facts, actor, by.acting)
    assertOpen(facts, { digest: input.digest, now: change.now })
    const decided = await recordDecision(change, row, { kind: 'reject', by, reason: input.reason })
    return endWith(change, decided, {
      state: 'rejected',
      actor,
      action: 'approval.reject',
      details: { reason: input.reason, ...onBehalf(by) },
      columns: { decidedAt: change.now, finishedAt: change.now },
    })
  })
}
