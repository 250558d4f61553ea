import type { BreakGlassInput, StepUpMethod, UserActor } from '@hub/contracts'
import { assertOpen } from '../approvals/approval.policy.ts'
import { decisionFacts, readApproval } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { readDecider } from '../approvals/decider.ts'
import { endWith, recordDecision } from '../approvals/end-request.ts'
import { onOpenRequest } from '../approvals/on-open-request.ts'
import type { SafeguardContext } from '../context.ts'
import { assertMayBreakGlass } from './break-glass.policy.ts'
import { insertBreakGlassUse } from './break-glass.store.ts'

/**
 * An N4 stands in for the approvals that are missing on this one request, in an emergency. Told to everybody of N3
 * and above, red in the audit, and reviewed by somebody else afterwards.
 * @param command `provedBy` is how the person proved presence, checked by the caller
 * @throws ForbiddenError, ConflictError, NotFoundError; nothing is written then
 */
export async function breakGlass(
  ctx: SafeguardContext,
  command: {
    approvalId: string
    actor: UserActor
    input: Omit<BreakGlassInput, 'stepUp'>
    provedBy: StepUpMethod
  },
): Promise<ApprovalRow> {
  const { approvalId, actor, input, provedBy } = command
  return onOpenRequest(ctx, { approvalId, actor }, async (change, row) => {
    const by = await readDecider(change, actor)
    assertMayBreakGlass(row, actor)
    assertOpen(decisionFacts(row), { digest: input.digest, now: change.now })
    const { userId, displayName } = actor
    await recordDecision(change, row, { kind: 'break_glass', by, reason: input.reason, stepUp: provedBy })
    await insertBreakGlassUse(change.tx, {
      approvalId,
      userId,
      displayName,
      reason: input.reason,
      at: change.now,
    })
    const given = row.decisions.filter(({ kind }) => kind === 'approve').length
    await endWith(change, row, {
      state: 'approved',
      actor,
      action: 'approval.break_glass',
      details: { reason: input.reason, stepUp: provedBy, given, required: row.requiredApprovals },
      columns: { decidedAt: change.now },
    })
    change.emit('safeguard:break_glass', { approvalId, level: row.securityLevel, userId, displayName })
    return readApproval(change.tx, approvalId)
  })
}
