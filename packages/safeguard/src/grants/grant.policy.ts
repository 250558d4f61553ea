import {
  type ActionTarget,
  type Actor,
  ConflictError,
  ForbiddenError,
  GrantScope,
  hasAccreditation,
  type PolicyTerms,
  type SecurityLevel,
  type UserActor,
} from '@hub/contracts'
import type { GrantRow } from './grant.store.ts'

/** A call that a grant may answer, as the tool boundary sees it. */
export interface GrantedCall {
  toolName: string
  requester: Actor
  arguments: Record<string, unknown>
  target: ActionTarget
  policyVersion: string
}

/** A grant answers only what one ordinary yes answers: exactly L3, one approval, no proof asked of the approver. */
export function isGrantable(level: SecurityLevel, terms: PolicyTerms): boolean {
  return level === 'L3' && terms.approvals === 1 && !terms.stepUp && !terms.previewSeen
}

/** How grants name a requester; null for one that they never answer (an outside client, the system). */
export function grantRequester(actor: Actor): string | null {
  if (actor.type === 'user') return `user:${actor.userId}`
  return actor.type === 'workflow' ? `workflow:${actor.name}` : null
}

/** Does the scope cover exactly this call? Never a privileged target. */
export function coversCall(row: GrantRow, call: GrantedCall): boolean {
  const scope = GrantScope.parse(row.scope)
  return (
    scope.toolName === call.toolName &&
    scope.requester === grantRequester(call.requester) &&
    row.policyVersion === call.policyVersion &&
    call.target.attributes.privileged !== true &&
    (scope.targetIds.length === 0 || scope.targetIds.includes(call.target.id)) &&
    hasAll(call.arguments, scope.arguments) &&
    hasAll(call.target.attributes, scope.target)
  )
}

function hasAll(values: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(([key, value]) => values[key] === value)
}

/**
 * May this person say yes or no to the grant? Somebody of its level, who neither asked for it nor would use it.
 * @throws ForbiddenError
 */
export function assertMayDecideGrant(row: GrantRow, actor: UserActor): void {
  if (actor.userId === row.askedById)
    throw new ForbiddenError('You cannot decide on the grant you asked for', { reason: 'grant.self' })
  if (row.requester === `user:${actor.userId}`)
    throw new ForbiddenError('You cannot decide on a grant that answers your requests', {
      reason: 'grant.grantee',
    })
  assertHolds(actor, row.approverLevel as 'N3')
}

/** Only who asked for a grant takes it back; everybody else decides on it, or not. */
export function mayWithdrawGrant(row: GrantRow, actor: UserActor): boolean {
  return actor.userId === row.askedById
}

/** @throws ForbiddenError unless the person asked for it */
export function assertMayWithdrawGrant(row: GrantRow, actor: UserActor): void {
  if (mayWithdrawGrant(row, actor)) return
  throw new ForbiddenError('Only who asked for a grant withdraws it', { reason: 'grant.not_asker' })
}

/** @throws ForbiddenError unless the person asked for it or is N3 */
export function assertMayRevokeGrant(row: GrantRow, actor: UserActor): void {
  if (actor.userId !== row.askedById) assertHolds(actor, 'N3')
}

/** @throws ForbiddenError below `level` */
export function assertHolds(actor: UserActor, level: 'N2' | 'N3'): void {
  if (hasAccreditation(actor.accreditation, level)) return
  throw new ForbiddenError(`This decision needs accreditation ${level}`, {
    reason: 'approval.level',
    params: { level },
  })
}

/** @throws ConflictError when the grant is not in `state`, or its time is over */
export function assertGrantState(row: GrantRow, state: 'requested' | 'active', now: Date): void {
  if (row.state !== state)
    throw new ConflictError(`The grant is ${row.state}`, { reason: `grant.state.${row.state}` })
  if (now >= row.expiresAt)
    throw new ConflictError('The time of the grant is over', { reason: 'grant.state.expired' })
}
