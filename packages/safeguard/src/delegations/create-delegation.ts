import {
  ConflictError,
  type CreateDelegation,
  type Delegation,
  type UserActor,
  ValidationError,
} from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { delegationPeriod, mayStandIn } from './delegation.policy.ts'
import {
  type Colleague,
  findActivePeople,
  findOverlap,
  insertDelegation,
  lockDelegator,
} from './delegation.store.ts'
import { presentDelegation } from './present-delegation.ts'

/**
 * `actor` lets somebody decide in their name for a time.
 * @throws ValidationError (self, period, a person who may not), ConflictError (delegated already)
 */
export async function createDelegation(
  ctx: SafeguardContext,
  command: { actor: UserActor; input: CreateDelegation },
): Promise<Delegation> {
  const { actor, input } = command
  return inTransaction(ctx, async (change) => {
    await lockDelegator(change.tx, actor.userId)
    const to = await readDelegate(change, actor, input.toUserId)
    const asked = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) }
    const period = delegationPeriod(asked, change.now)
    const pair = { fromUserId: actor.userId, toUserId: to.userId }
    if (await findOverlap(change.tx, { ...pair, ...period }))
      throw new ConflictError('Delegated to this person for that time already', {
        reason: 'delegation.overlap',
      })
    const row = await insertDelegation(change.tx, {
      ...pair,
      ...period,
      fromName: actor.displayName,
      toName: to.displayName,
      reason: input.reason ?? null,
      createdAt: change.now,
    })
    change.emit('safeguard:delegation_changed', { delegationId: row.id, ...pair, isRevoked: false })
    await change.audit({
      actor,
      action: 'delegation.create',
      subjectType: 'delegation',
      subjectId: row.id,
      details: {
        to: to.userId,
        startsAt: period.startsAt.toISOString(),
        endsAt: period.endsAt.toISOString(),
        reason: input.reason ?? null,
      },
    })
    return presentDelegation(row, { reader: actor, now: change.now })
  })
}

/** Both people as they are now, not as a session knew them. */
async function readDelegate({ tx }: Change, actor: UserActor, toUserId: string): Promise<Colleague> {
  if (toUserId === actor.userId)
    throw new ValidationError('Choose somebody else', {
      reason: 'delegation.self',
      fields: [{ path: 'toUserId', message: 'must be somebody else' }],
    })
  const people = await findActivePeople(tx, [actor.userId, toUserId])
  const from = people.find(({ userId }) => userId === actor.userId)
  const to = people.find(({ userId }) => userId === toUserId)
  if (!from || !to || !mayStandIn(from.accreditation, to.accreditation))
    throw new ValidationError('This person cannot decide in your place', {
      reason: 'delegation.person',
      fields: [{ path: 'toUserId', message: 'must be active, N2 or above, at most one level below' }],
    })
  return to
}
