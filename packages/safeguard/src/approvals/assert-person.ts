import { type Accreditation, type Actor, ForbiddenError, type UserActor } from '@hub/contracts'
import { heldAccreditation } from '../grants/grantee.store.ts'
import type { Change } from '../transaction.store.ts'

/**
 * Only a person decides, and only while they are active and hold what their session says: it may be older than a
 * deactivation or a lower accreditation.
 * @throws ForbiddenError
 */
export async function assertPerson(change: Change, actor: Actor): Promise<UserActor> {
  const held = actor.type === 'user' ? await heldAccreditation(change.tx, actor.userId) : null
  return assertHeld(actor, held)
}

/**
 * The same when it is known what they hold: read in the transaction, after its locks.
 * @throws ForbiddenError
 */
export function assertHeld(actor: Actor, held: Accreditation | null): UserActor {
  if (actor.type !== 'user')
    throw new ForbiddenError('Only a person can decide on an approval', { reason: 'approval.person' })
  if (held === actor.accreditation) return actor
  throw new ForbiddenError('Your account or accreditation changed: sign in again', {
    reason: 'approval.not_held',
  })
}
