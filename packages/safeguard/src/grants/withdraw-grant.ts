import type { UserActor } from '@hub/contracts'
import { assertPerson } from '../approvals/assert-person.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertGrantState, assertMayWithdrawGrant } from './grant.policy.ts'
import { type GrantRow, lockGrant, updateGrant } from './grant.store.ts'
import { tellGrant } from './tell-grant.ts'

/**
 * Takes back a grant that waits for its decision; only who asked for it can.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function withdrawGrant(
  ctx: SafeguardContext,
  { grantId, actor }: { grantId: string; actor: UserActor },
): Promise<GrantRow> {
  return inTransaction(ctx, async (change) => {
    const row = await lockGrant(change.tx, grantId)
    await assertPerson(change, actor)
    assertMayWithdrawGrant(row, actor)
    assertGrantState(row, 'requested', change.now)
    const withdrawn = await updateGrant(change.tx, grantId, {
      state: 'withdrawn',
      revokedById: actor.userId,
      revokedByName: actor.displayName,
      revokedAt: change.now,
    })
    await tellGrant(change, withdrawn, { actor, action: 'grant.withdraw' })
    return withdrawn
  })
}
