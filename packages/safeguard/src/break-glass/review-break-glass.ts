import type { ReviewBreakGlassInput, UserActor } from '@hub/contracts'
import { lockFor, readApproval } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { assertHeld } from '../approvals/assert-person.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertMayReview } from './break-glass.policy.ts'
import { reviewBreakGlassUse } from './break-glass.store.ts'

/**
 * Another person, N3 or above, says afterwards whether breaking the glass was justified; once.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function reviewBreakGlass(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: ReviewBreakGlassInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  return inTransaction(ctx, async (change) => {
    const { row, held } = await lockFor(change.tx, { approvalId, userId: actor.userId })
    assertHeld(actor, held)
    assertMayReview(row, actor)
    const { verdict, note } = input
    await reviewBreakGlassUse(change.tx, approvalId, {
      reviewerId: actor.userId,
      reviewerName: actor.displayName,
      verdict,
      note,
      reviewedAt: change.now,
    })
    change.emit('safeguard:break_glass_reviewed', { approvalId, verdict })
    await change.audit({
      actor,
      action: 'approval.break_glass_review',
      subjectType: 'approval',
      subjectId: approvalId,
      details: { digest: row.digest, tool: row.toolName, verdict, note },
    })
    return readApproval(change.tx, approvalId)
  })
}
