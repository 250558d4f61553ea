import { type DeferInput, type UserActor, ValidationError } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { assertMayDecide, assertOpen } from './approval.policy.ts'
import { decisionFacts, readApproval } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { readDecider } from './decider.ts'
import { onBehalf, recordDecision } from './end-request.ts'
import { onOpenRequest } from './on-open-request.ts'
import { timeLeft } from './time-left.ts'
import { touchApproval } from './touch-approval.store.ts'

const minuteMs = 60_000

/**
 * Puts the decision off until an instant or the ticket's answer; the expiry moves by the same time, within the policy's maximum.
 * @throws ValidationError when `until` is past or beyond the maximum; ForbiddenError, ConflictError, NotFoundError
 */
export async function deferRequest(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: DeferInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  return onOpenRequest(ctx, { approvalId, actor }, async (change, row) => {
    const by = await readDecider(change, actor, input.onBehalfOf)
    const facts = decisionFacts(row)
    assertMayDecide(facts, actor, by.acting)
    assertOpen(facts, { digest: input.digest, now: change.now })
    const { until, deferredFor } = deferralOf(row, input)
    const expiresAt = expiryAfterDeferral(row, { until, now: change.now })
    const deferredLeftMs = timeLeft(row, change.now)
    await recordDecision(change, row, { kind: 'defer', by, reason: input.reason, until })
    await touchApproval(change.tx, approvalId, {
      deferredUntil: until,
      deferredFor,
      deferredAt: change.now,
      deferredLeftMs,
      expiresAt,
    })
    const details = {
      until: until.toISOString(),
      deferredFor,
      expiresAt: expiresAt.toISOString(),
      ...onBehalf(by),
    }
    change.emit('safeguard:request_deferred', { approvalId, state: 'pending', ...details })
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

/** A ticket's answer is waited for as long as the policy allows: the last minute of it is left to decide. */
function deferralOf(
  row: ApprovalRow,
  input: DeferInput,
): { until: Date; deferredFor: 'time' | 'ticket_answer' } {
  if (input.until !== undefined) return { until: new Date(input.until), deferredFor: 'time' }
  if (row.ticketId === null)
    throw new ValidationError('The request has no ticket to wait for', {
      reason: 'approval.no_ticket',
      fields: [{ path: 'untilTicketAnswer', message: 'the request has no ticket' }],
    })
  return { until: new Date(row.maxExpiresAt.getTime() - minuteMs), deferredFor: 'ticket_answer' }
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
  const moved = Math.max(defer.until.getTime() + timeLeft(row, defer.now), row.expiresAt.getTime())
  return new Date(Math.min(moved, row.maxExpiresAt.getTime()))
}
