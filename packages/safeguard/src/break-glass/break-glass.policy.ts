import { actorKey, ConflictError, ForbiddenError, hasAccreditation, type UserActor } from '@hub/contracts'
import type { ApprovalRow } from '../approvals/approval.store.ts'

/**
 * May this person stand in for the missing approvals? N4 only, and never on what they asked for themselves.
 * @throws ForbiddenError; ConflictError when one ordinary yes is enough
 */
export function assertMayBreakGlass(row: ApprovalRow, actor: UserActor): void {
  if (actorKey(actor) === row.requesterKey)
    throw new ForbiddenError('You cannot break the glass for what you asked for', {
      reason: 'approval.self',
    })
  assertHolds(actor, 'N4')
  if (row.requiredApprovals < 2)
    throw new ConflictError('One ordinary approval is enough: break-glass is for missing ones', {
      reason: 'break_glass.needless',
    })
}

/**
 * May this person judge the use afterwards? Another N3 or above, neither the one who did it nor the requester; once.
 * @throws ConflictError, ForbiddenError
 */
export function assertMayReview(row: ApprovalRow, actor: UserActor): void {
  const use = row.breakGlass
  if (!use)
    throw new ConflictError('Nobody broke the glass for this request', { reason: 'break_glass.not_used' })
  if (use.reviewerId !== null)
    throw new ConflictError('This use is reviewed already', { reason: 'break_glass.reviewed' })
  if (actor.userId === use.userId || actorKey(actor) === row.requesterKey)
    throw new ForbiddenError('Somebody else must review this use', { reason: 'break_glass.own' })
  assertHolds(actor, 'N3')
}

function assertHolds(actor: UserActor, level: 'N3' | 'N4'): void {
  if (hasAccreditation(actor.accreditation, level)) return
  throw new ForbiddenError(`This decision needs accreditation ${level}`, {
    reason: 'approval.level',
    params: { level },
  })
}
