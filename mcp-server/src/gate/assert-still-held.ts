import { type Actor, ForbiddenError, hasAccreditation } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { heldAccreditation } from '@hub/safeguard'

/**
 * Is the person in whose name a call comes still active, with at least the accreditation that the call asserts? A run
 * of the assistant keeps the actor of its start, and goes on for minutes. Other actors are known anew with each call.
 * @throws ForbiddenError
 */
export async function assertStillHeld(db: Db, actor: Actor): Promise<void> {
  if (actor.type !== 'user') return
  const held = await heldAccreditation(db, actor.userId)
  if (held !== null && hasAccreditation(held, actor.accreditation)) return
  throw new ForbiddenError('Your account or accreditation changed: sign in again', {
    reason: 'approval.not_held',
  })
}
