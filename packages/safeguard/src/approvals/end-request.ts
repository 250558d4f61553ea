import type { Actor, DecisionKind, StepUpMethod } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import { releaseUndo } from '../outcomes/undo.store.ts'
import type { Change } from '../transaction.store.ts'
import { type ApprovalRow, insertDecision, moveApproval } from './approval.store.ts'
import type { Decider } from './decider.ts'
import { previewSeenAt } from './preview-seen.ts'
import { stateEvents } from './transitions.ts'

/**
 * Writes who decided what, in whose name, on which digest.
 * @returns the request with that decision
 */
export async function recordDecision(
  change: Change,
  row: ApprovalRow,
  decision: {
    kind: DecisionKind
    by: Decider
    reason?: string | undefined
    until?: Date
    stepUp?: StepUpMethod | undefined
    verdict?: 'executed' | 'failed'
  },
): Promise<ApprovalRow> {
  const { actor, acting, accreditation } = decision.by
  const decided = await insertDecision(change.tx, {
    approvalId: row.id,
    kind: decision.kind,
    userId: actor.userId,
    displayName: actor.displayName,
    accreditation,
    onBehalfOf: acting?.userId ?? null,
    onBehalfName: acting?.displayName ?? null,
    digest: row.digest,
    reason: decision.reason ?? null,
    until: decision.until ?? null,
    stepUp: decision.stepUp ?? null,
    previewSeenAt: previewSeenAt(row, actor.userId),
    verdict: decision.verdict ?? null,
    at: change.now,
  })
  return { ...row, decisions: [...row.decisions, decided] }
}

/** How the audit names in whose name a decision was taken. */
export function onBehalf({ acting }: Decider): { onBehalfOf?: string } {
  return acting ? { onBehalfOf: acting.userId } : {}
}

/** Ends after which nothing has happened. */
const withoutEffect: readonly (keyof typeof stateEvents)[] = ['rejected', 'expired', 'cancelled', 'failed']

/**
 * Moves a locked request to `state`, tells it and writes it in the audit chain. One that was to take an effect back
 * and ends without effect lets go of it.
 */
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
  if (row.undoOf !== null && withoutEffect.includes(end.state))
    await releaseUndo(change.tx, { undoOf: row.undoOf, by: row.id })
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
