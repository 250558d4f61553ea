import {
  type Accreditation,
  type Actor,
  type ApprovalState,
  actorKey,
  ConflictError,
  ForbiddenError,
  hasAccreditation,
} from '@hub/contracts'

/** The facts a decision is allowed or refused on. */
export interface DecisionFacts {
  state: ApprovalState
  digest: string
  requesterKey: string
  approverLevel: Accreditation
  expiresAt: Date
  decidedBy: string[]
}

/**
 * May `actor` decide at all? Only people decide, never what they asked for, and at the level the policy names.
 * @throws ForbiddenError saying why not
 */
export function assertMayDecide(facts: DecisionFacts, actor: Actor): void {
  if (actor.type !== 'user')
    throw new ForbiddenError('Only a person can decide on an approval', { reason: 'approval.person' })
  if (actorKey(actor) === facts.requesterKey)
    throw new ForbiddenError('You cannot decide on what you asked for', { reason: 'approval.self' })
  if (!hasAccreditation(actor.accreditation, facts.approverLevel))
    throw new ForbiddenError(`This decision needs accreditation ${facts.approverLevel}`, {
      reason: 'approval.level',
      params: { level: facts.approverLevel },
    })
}

/**
 * Is the request still open, and is it the one the approver saw?
 * @throws ConflictError saying what changed; nothing was executed
 */
export function assertOpen(
  facts: DecisionFacts,
  decision: { digest: string; now: Date; userId: string },
): void {
  if (facts.state !== 'pending')
    throw new ConflictError(`The request is already ${facts.state}`, {
      reason: `approval.state.${facts.state}`,
    })
  if (decision.now >= facts.expiresAt)
    throw new ConflictError('The request has expired, nothing was executed', { reason: 'approval.expired' })
  if (decision.digest !== facts.digest)
    throw new ConflictError('The digest is not the one of this request', { reason: 'approval.digest' })
  if (facts.decidedBy.includes(decision.userId))
    throw new ConflictError('You already approved this request', { reason: 'approval.twice' })
}
