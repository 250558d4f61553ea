import type { Actor } from '@hub/contracts'
import { lockApproval, readApproval, stateOf } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { timeLeft } from '../approvals/time-left.ts'
import { touchApproval } from '../approvals/touch-approval.store.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'

/**
 * Ends a deferral because the ticket has its answer: the request waits for a decision again, with the time that was
 * left when it was put off.
 * @returns the request; null when it does not wait for its ticket any more
 */
export async function resumeRequest(
  ctx: SafeguardContext,
  resumed: { approvalId: string; actor: Actor; followupId: number },
): Promise<ApprovalRow | null> {
  const { approvalId, actor, followupId } = resumed
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, approvalId)
    const { deferredFor, deferredUntil } = row
    if (stateOf(row) !== 'pending' || change.now >= row.expiresAt) return null
    if (deferredFor !== 'ticket_answer' || deferredUntil === null || deferredUntil <= change.now) return null
    const decideBy = change.now.getTime() + timeLeft(row, change.now)
    const expiresAt = new Date(Math.min(decideBy, row.maxExpiresAt.getTime()))
    await touchApproval(change.tx, approvalId, { deferredUntil: null, deferredFor: null, expiresAt })
    const details = { expiresAt: expiresAt.toISOString(), ticketId: row.ticketId, followupId }
    change.emit('safeguard:request_resumed', { approvalId, state: 'pending', ...details })
    await change.audit({
      actor,
      action: 'approval.resume',
      subjectType: 'approval',
      subjectId: approvalId,
      details: { digest: row.digest, tool: row.toolName, ...details },
    })
    return readApproval(change.tx, approvalId)
  })
}
