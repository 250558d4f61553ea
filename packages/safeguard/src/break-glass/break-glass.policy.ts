import {
  Actor,
  actorKey,
  ConflictError,
  ForbiddenError,
  hasAccreditation,
  isUnownedKey,
  type UserActor,
} from '@hub/contracts'
import type { ApprovalRow } from '../approvals/approval-row.ts'

/**
 * May this person stand in for the missing approvals? N4 only, and never on what they asked for themselves: of what
 * an API key without an owner asks, which may be theirs, another person must have approved.
 * @throws ForbiddenError; ConflictError when one ordinary yes is enough, or another person's is needed first
 */
export function assertMayBreakGlass(row: ApprovalRow, actor: Actor): asserts actor is UserActor {
  if (actorKey(actor) === row.requesterKey)
    throw new ForbiddenError('You cannot break the glass for what you asked for', {
      reason: 'approval.self',
    })
  assertHolds(actor, 'N4')
  if (row.requiredApprovals < 2)
    throw new ConflictError('One ordinary approval is enough: break-glass is for missing ones', {
      reason: 'break_glass.needless',
    })
  if (actor.type === 'user' && isUnownedKey(Actor.parse(row.requestedBy)) && !isApprovedByOther(row, actor))
    throw new ConflictError('It may be your own key: somebody else must approve first', {
      reason: 'break_glass.alone',
    })
}

const isApprovedByOther = (row: ApprovalRow, { userId }: UserActor) =>
  row.decisions.some((one) => one.kind === 'approve' && one.userId !== userId && one.onBehalfOf !== userId)

/**
 * May this person judge the use afterwards? Another N3 or above, neither the one who did it nor the requester; once.
 * @throws ConflictError, ForbiddenError
 */
export function assertMayReview(row: ApprovalRow, actor: Actor): void {
  const use = row.breakGlass
  if (!use)
    throw new ConflictError('Nobody broke the glass for this request', { reason: 'break_glass.not_used' })
  if (use.reviewerId !== null)
    throw new ConflictError('This use is reviewed already', { reason: 'break_glass.reviewed' })
  if (actorKey(actor) === `user:${use.userId}` || actorKey(actor) === row.requesterKey)
    throw new ForbiddenError('Somebody else must review this use', { reason: 'break_glass.own' })
  assertHolds(actor, 'N3')
}

function assertHolds(actor: Actor, level: 'N3' | 'N4'): void {
  if (actor.type === 'user' && hasAccreditation(actor.accreditation, level)) return
  throw new ForbiddenError(`This decision needs accreditation ${level}`, {
    reason: 'approval.level',
    params: { level },
  })
}
