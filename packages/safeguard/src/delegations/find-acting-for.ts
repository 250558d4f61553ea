import type { Db, Tx } from '@hub/prisma'
import type { ActingFor } from '../approvals/approval.policy.ts'
import { mayStandIn } from './delegation.policy.ts'
import { findActivePeople, findDelegatorIds } from './delegation.store.ts'

/**
 * The people in whose name `userId` may decide at `now`: delegations that count, between people who are active and
 * still near enough in level. What was delegated cannot be delegated on.
 */
export async function findActingFor(
  db: Db | Tx,
  { userId, now }: { userId: string; now: Date },
): Promise<ActingFor[]> {
  const ids = await findDelegatorIds(db, userId, now)
  if (ids.length === 0) return []
  const people = await findActivePeople(db, [userId, ...ids])
  const self = people.find((one) => one.userId === userId)
  if (!self) return []
  return people.filter((one) => one !== self && mayStandIn(one.accreditation, self.accreditation))
}
