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
  /** Every yes that counts: who said it, and for whom. */
  yeses: { userId: string; displayName: string; onBehalfOf: string | null }[]
}

/** Somebody who is away, and in whose name another person may decide for now. */
export interface ActingFor {
  userId: string
  displayName: string
  accreditation: Accreditation
}

/**
 * May `actor` decide at all, alone or in the name of `acting`? Only people decide, never what either of them asked
 * for, and at the level the policy names.
 * @throws ForbiddenError saying why not
 */
export function assertMayDecide(facts: DecisionFacts, actor: Actor, acting?: ActingFor): void {
  if (actor.type !== 'user')
    throw new ForbiddenError('Only a person can decide on an approval', { reason: 'approval.person' })
  if (actorKey(actor) === facts.requesterKey)
    throw new ForbiddenError('You cannot decide on what you asked for', { reason: 'approval.self' })
  if (acting && `user:${acting.userId}` === facts.requesterKey)
    throw new ForbiddenError('You cannot decide in the name of the one who asked', {
      reason: 'approval.self_delegated',
    })
  if (!hasAccreditation((acting ?? actor).accreditation, facts.approverLevel))
    throw new ForbiddenError(`This decision needs accreditation ${facts.approverLevel}`, {
      reason: 'approval.level',
      params: { level: facts.approverLevel },
    })
}

/**
 * Is the request still open, and is it the one the approver saw?
 * @throws ConflictError saying what changed; nothing was executed
 */
export function assertOpen(facts: DecisionFacts, decision: { digest: string; now: Date }): void {
  if (facts.state !== 'pending')
    throw new ConflictError(`The request is already ${facts.state}`, {
      reason: `approval.state.${facts.state}`,
    })
  if (decision.now >= facts.expiresAt)
    throw new ConflictError('The request has expired, nothing was executed', { reason: 'approval.expired' })
  if (decision.digest !== facts.digest)
    throw new ConflictError('The digest is not the one of this request', { reason: 'approval.digest' })
}

/**
 * A person counts once, in their own name or in that of somebody else.
 * @throws ConflictError
 */
export function assertNotCounted(facts: DecisionFacts, userId: string, acting?: ActingFor): void {
  const yesOf = (id: string) => facts.yeses.find((yes) => yes.userId === id)
  const yesFor = (id: string) => facts.yeses.find((yes) => yes.onBehalfOf === id)
  if (yesOf(userId))
    throw new ConflictError('You already approved this request', { reason: 'approval.twice' })
  const standIn = yesFor(userId)
  if (standIn)
    throw new ConflictError('Somebody already approved in your name', {
      reason: 'approval.twice_for_you',
      params: { name: standIn.displayName },
    })
  if (acting && (yesOf(acting.userId) || yesFor(acting.userId)))
    throw new ConflictError('The yes of the one you stand in for was counted', {
      reason: 'approval.twice_acting',
      params: { name: acting.displayName },
    })
}
