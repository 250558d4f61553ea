import { type ApproveInput, ValidationError } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertMayDecide, assertOpen } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts, lockApproval, readApproval } from './approval.store.ts'
import { endWith, recordDecision, refuseIfExpired, type UserActor } from './end-request.ts'

/**
 * Says yes to exactly the action with `digest`. The last needed yes makes the request `approved`.
 * @throws ForbiddenError, ConflictError, ValidationError (reason missing), NotFoundError; nothing is written then
 */
export async function approveRequest(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: ApproveInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  await refuseIfExpired(ctx, approvalId)
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, approvalId)
    const facts = decisionFacts(row)
    assertMayDecide(facts, actor)
    assertOpen(facts, { digest: input.digest, now: change.now, userId: actor.userId })
    if (row.reasonRequired && !input.reason) throw reasonMissing()
    await recordDecision(change, row, { kind: 'approve', actor, reason: input.reason })
    const given = facts.decidedBy.length + 1
    const details = { given, required: row.requiredApprovals, reason: input.reason ?? null }
    if (given >= row.requiredApprovals)
      return endWith(change, row, {
        state: 'approved',
        actor,
        action: 'approval.approve',
        details,
        columns: { decidedAt: change.now },
      })
    await change.emit('safeguard:request_approved', { approvalId, state: 'pending', ...details })
    await change.audit({
      actor,
      action: 'approval.approve',
      subjectType: 'approval',
      subjectId: approvalId,
      details: { digest: row.digest, tool: row.toolName, ...details },
    })
    return readApproval(change.tx, approvalId)
  })
}

function reasonMissing(): ValidationError {
  return new ValidationError('This decision needs a reason', {
    reason: 'approval.reason_missing',
    fields: [{ path: 'reason', message: 'is required' }],
  })
}
