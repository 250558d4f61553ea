import { type DeferInput, ValidationError } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertMayDecide, assertOpen } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts, lockApproval, readApproval } from './approval.store.ts'
import { recordDecision, refuseIfExpired, type UserActor } from './end-request.ts'
import { touchApproval } from './touch-approval.store.ts'

/**
 * Puts the decision off until an instant; the expiry moves by the same time, within the policy's maximum.
 * @throws ValidationError when `until` is past or beyond the maximum; ForbiddenError, ConflictError, NotFoundError
 */
export async function deferRequest(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: DeferInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  const until = new Date(input.until)
  await refuseIfExpired(ctx, approvalId)
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, approvalId)
    const facts = { ...decisionFacts(row), decidedBy: [] }
    assertMayDecide(facts, actor)
    assertOpen(facts, { digest: input.digest, now: change.now, userId: actor.userId })
    const expiresAt = expiryAfterDeferral(row, { until, now: change.now })
    await recordDecision(change, row, { kind: 'defer', actor, reason: input.reason, until })
    await touchApproval(change.tx, approvalId, { deferredUntil: until, expiresAt })
    const details = { until: until.toISOString(), expiresAt: expiresAt.toISOString() }
    await change.emit('safeguard:request_deferred', { approvalId, state: 'pending', ...details })
    await change.audit({
      actor,
      action: 'approval.defer',
      subjectType: 'approval',
      subjectId: approvalId,
      details: { digest: row.digest, tool: row.toolName, reason: input.reason ?? null, ...details },
    })
    return readApproval(change.tx, approvalId)
  })
}

/** The time left to decide starts again at `until`, but never beyond the maximum. */
function expiryAfterDeferral(row: ApprovalRow, defer: { until: Date; now: Date }): Date {
  if (defer.until <= defer.now)
    throw new ValidationError('The instant is past', {
      reason: 'approval.defer_past',
      fields: [{ path: 'until', message: 'must be in the future' }],
    })
  if (defer.until >= row.maxExpiresAt)
    throw new ValidationError('The policy does not allow to defer that far', {
      reason: 'approval.defer_too_far',
      params: { until: row.maxExpiresAt.toISOString() },
      fields: [{ path: 'until', message: `must be before ${row.maxExpiresAt.toISOString()}` }],
    })
  const left = row.expiresAt.getTime() - Math.max(defer.now.getTime(), row.deferredUntil?.getTime() ?? 0)
  const moved = Math.max(defer.until.getTime() + left, row.expiresAt.getTime())
  return new Date(Math.min(moved, row.maxExpiresAt.getTime()))
}
