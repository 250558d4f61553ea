import { type Actor, ConflictError } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { type ApprovalRow, insertDecision, lockApproval, moveApproval, stateOf } from './approval.store.ts'
import { stateEvents } from './transitions.ts'

export type UserActor = Extract<Actor, { type: 'user' }>

/** Writes who decided what, on which digest. */
export async function recordDecision(
  change: Change,
  row: ApprovalRow,
  decision: {
    kind: 'approve' | 'reject' | 'defer' | 'cancel'
    actor: UserActor
    reason?: string | undefined
    until?: Date
  },
): Promise<void> {
  await insertDecision(change.tx, {
    approvalId: row.id,
    kind: decision.kind,
    userId: decision.actor.userId,
    displayName: decision.actor.displayName,
    accreditation: decision.actor.accreditation,
    digest: row.digest,
    reason: decision.reason ?? null,
    until: decision.until ?? null,
    at: change.now,
  })
}

/** Moves a locked request to `state`, tells it and writes it in the audit chain. */
export async function endWith(
  change: Change,
  row: ApprovalRow,
  end: {
    state: keyof typeof stateEvents
    actor: Actor
    action: string
    details?: Prisma.InputJsonObject
    columns?: Prisma.ApprovalUpdateInput
  },
): Promise<ApprovalRow> {
  const moved = await moveApproval(change.tx, row, { ...end.columns, state: end.state })
  await change.emit(stateEvents[end.state], {
    approvalId: row.id,
    state: end.state,
    level: row.securityLevel,
    conversationId: row.conversationId,
  })
  await change.audit({
    actor: end.actor,
    action: end.action,
    subjectType: 'approval',
    subjectId: row.id,
    details: { digest: row.digest, tool: row.toolName, ...end.details },
  })
  return moved
}

const clockwork: Actor = { type: 'system', name: 'safeguard' }

/** Expiry denies, also when the sweep has not come by yet. */
export async function expireRow(change: Change, row: ApprovalRow): Promise<void> {
  await endWith(change, row, {
    state: 'expired',
    actor: clockwork,
    action: 'approval.expire',
    columns: { finishedAt: change.now },
  })
}

/** When `id` is pending beyond its expiry, expires it and refuses. */
export async function refuseIfExpired(ctx: SafeguardContext, id: string): Promise<void> {
  const isExpired = await inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, id)
    if (stateOf(row) !== 'pending' || change.now < row.expiresAt) return false
    await expireRow(change, row)
    return true
  })
  if (isExpired)
    throw new ConflictError('The request has expired, nothing was executed', { reason: 'approval.expired' })
}
