import { ConflictError, type Delegation, ForbiddenError, NotFoundError, type UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { delegationState } from './delegation.policy.ts'
import { type DelegationRow, keepRevoked, lockDelegation } from './delegation.store.ts'
import { seesAll } from './list-delegations.ts'
import { mayRevoke, presentDelegation } from './present-delegation.ts'

/**
 * Ends a delegation at once.
 * @throws NotFoundError (also for one that the reader may not see), ForbiddenError, ConflictError when it has ended
 */
export async function revokeDelegation(
  ctx: SafeguardContext,
  command: { id: string; actor: UserActor },
): Promise<Delegation> {
  const { id, actor } = command
  return inTransaction(ctx, async (change) => {
    const row = await lockDelegation(change.tx, id)
    if (!row || !isShownTo(row, actor))
      throw new NotFoundError('There is no such delegation', { reason: 'delegation.not_found' })
    if (!mayRevoke(row, actor))
      throw new ForbiddenError('Only the one who delegated can end it', { reason: 'delegation.other' })
    const state = delegationState(row, change.now)
    if (state === 'ended' || state === 'revoked')
      throw new ConflictError('The delegation has ended already', { reason: 'delegation.ended' })
    const ended = await keepRevoked(change.tx, id, { revokedAt: change.now, revokedBy: actor.userId })
    const { fromUserId, toUserId } = row
    change.emit('safeguard:delegation_changed', {
      delegationId: id,
      fromUserId,
      toUserId,
      isRevoked: true,
    })
    await change.audit({
      actor,
      action: 'delegation.revoke',
      subjectType: 'delegation',
      subjectId: id,
      details: { from: fromUserId, to: toUserId },
    })
    return presentDelegation(ended, { reader: actor, now: change.now })
  })
}

function isShownTo(row: DelegationRow, actor: UserActor): boolean {
  return seesAll(actor) || row.fromUserId === actor.userId || row.toUserId === actor.userId
}
