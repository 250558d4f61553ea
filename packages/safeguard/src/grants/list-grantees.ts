import { type Colleagues, hasAccreditation, type UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { findActivePeople } from '../delegations/delegation.store.ts'
import { assertHolds } from './grant.policy.ts'

/**
 * Other people whose requests a grant could answer, by name: whoever may ask for an action (N1).
 * @throws ForbiddenError below N2, who ask for no grant
 */
export async function listGrantees(ctx: SafeguardContext, reader: UserActor): Promise<Colleagues> {
  assertHolds(reader, 'N2')
  const people = await findActivePeople(ctx.db)
  const items = people.filter(
    ({ userId, accreditation }) => userId !== reader.userId && hasAccreditation(accreditation, 'N1'),
  )
  return { items }
}
