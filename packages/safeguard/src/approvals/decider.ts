import { type Accreditation, ForbiddenError, type UserActor } from '@hub/contracts'
import { findActingFor } from '../delegations/find-acting-for.ts'
import type { Change } from '../transaction.store.ts'
import type { ActingFor } from './approval.policy.ts'

/** Who decides, and in whose name. */
export interface Decider {
  actor: UserActor
  acting: ActingFor | undefined
  /** The one that counts. */
  accreditation: Accreditation
}

/**
 * Reads in whose name a person decides.
 * @param actor whom `assertHeld` let pass in this transaction
 * @throws ForbiddenError when `onBehalfOf` has not delegated to them, or not for now
 */
export async function readDecider(change: Change, actor: UserActor, onBehalfOf?: string): Promise<Decider> {
  if (onBehalfOf === undefined) return { actor, acting: undefined, accreditation: actor.accreditation }
  const people = await findActingFor(change.tx, { userId: actor.userId, now: change.now })
  const acting = people.find(({ userId }) => userId === onBehalfOf)
  if (!acting)
    throw new ForbiddenError('This person has not delegated to you', { reason: 'approval.delegation' })
  return { actor, acting, accreditation: acting.accreditation }
}
