import { type ActionTarget, type Actor, ConflictError } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { actionDigest } from '../digest.ts'
import { assertStillGranted } from '../grants/assert-still-granted.ts'
import { alreadyUndone, claimUndo } from '../outcomes/undo.store.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { lockApproval, stateOf } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { assertExecutor } from './assert-executor.ts'
import { assertPolicyInForce, policyChanged } from './assert-policy-in-force.ts'
import { endWith } from './end-request.ts'
import { startWithinMs } from './expire-due.ts'
import { findStandingYes } from './standing-yes.ts'

/** What is about to run, as the tool boundary sees it at the last moment. */
export interface ActionAtHand {
  approvalId: string
  toolName: string
  toolVersion: string
  arguments: Record<string, unknown>
  target: ActionTarget
  policyVersion: string
  executor: Actor
}

/**
 * Uses an approval, once: `approved` becomes `executing` together with its audit row, before any effect.
 * Tool, arguments, target and policy are hashed again and must give the approved digest. What takes an effect back
 * takes hold of that effect in the same transaction, so that only the one who executes ever holds it.
 * @throws ForbiddenError for anybody but the executor; ConflictError when the request is not approved, too old, for
 * another action, or takes back what is taken back already; nothing is used then
 */
export async function consumeApproval(ctx: SafeguardContext, action: ActionAtHand): Promise<ApprovalRow> {
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, action.approvalId)
    assertExecutor(action.executor)
    assertUsable(row, action, change.now)
    await assertSaidYes(change, row)
    await assertPolicyInForce(change, row.policyVersion)
    await assertStillGranted(change, row, action)
    if (row.undoOf !== null && !(await claimUndo(change.tx, { undoOf: row.undoOf, by: row.id })))
      throw alreadyUndone()
    return endWith(change, row, {
      state: 'executing',
      actor: action.executor,
      action: 'approval.execute',
      details: {
        approvedBy: row.decisions
          .filter(({ kind }) => kind === 'approve' || kind === 'break_glass' || kind === 'grant')
          .map(({ userId }) => userId),
      },
      columns: { executingAt: change.now, aliveAt: change.now },
    })
  })
}

function assertUsable(row: ApprovalRow, action: ActionAtHand, now: Date): void {
  const state = stateOf(row)
  if (state !== 'approved')
    throw new ConflictError(`The request is ${state}: it cannot be executed`, {
      reason: state === 'pending' ? 'approval.not_approved' : `approval.state.${state}`,
    })
  if (row.decidedAt === null || isFarFrom(row.decidedAt, now))
    throw new ConflictError('The approval is too old to be used', { reason: 'approval.too_old' })
  if (action.policyVersion !== row.policyVersion) throw policyChanged()
  const { requesterKey, ticketId, conversationId, undoOf } = row
  if (actionDigest({ ...action, requesterKey, ticketId, conversationId, undoOf }) !== row.digest)
    throw new ConflictError('The action is not the one that was approved', { reason: 'approval.digest' })
}

/** A clock that was set back makes an approval no younger: its age is not known then. */
function isFarFrom(decidedAt: Date, now: Date): boolean {
  return Math.abs(now.getTime() - decidedAt.getTime()) >= startWithinMs
}

/** The state alone is no proof: a grant, or people who may still say it, must have said yes to this very digest. */
async function assertSaidYes({ tx }: Change, row: ApprovalRow): Promise<void> {
  if (row.decisions.some(({ kind, digest }) => kind === 'grant' && digest === row.digest)) return
  const yes = await findStandingYes(tx, row, row.decisions)
  const people = new Set(yes.map(({ userId }) => userId))
  if (yes.some(({ kind }) => kind === 'break_glass') || people.size >= row.requiredApprovals) return
  throw new ConflictError('The request lacks an approval', { reason: 'approval.not_approved' })
}
