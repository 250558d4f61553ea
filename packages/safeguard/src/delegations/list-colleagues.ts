import type { Colleagues, UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { mayStandIn } from './delegation.policy.ts'
import { findActivePeople } from './delegation.store.ts'

/** People to whom `reader` may delegate, by name. */
export async function listColleagues(ctx: SafeguardContext, reader: UserActor): Promise<Colleagues> {
  const people = await findActivePeople(ctx.db)
  const items = people.filter(
    ({ userId, accreditation }) =>
      userId !== reader.userId && mayStandIn(reader.accreditation, accreditation),
  )
  return { items }
}
