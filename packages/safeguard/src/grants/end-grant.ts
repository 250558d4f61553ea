import type { UserActor } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import { assertPerson } from '../approvals/assert-person.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertGrantState } from './grant.policy.ts'
import { type GrantRow, lockGrant, updateGrant } from './grant.store.ts'
import { tellGrant } from './tell-grant.ts'

/**
 * A person ends a grant that is still in the state `from`.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function endGrant(
  ctx: SafeguardContext,
  { grantId, actor }: { grantId: string; actor: UserActor },
  end: {
    from: 'requested' | 'active'
    state: 'withdrawn' | 'revoked'
    assertMay: (row: GrantRow, actor: UserActor) => void
    action: 'grant.withdraw' | 'grant.revoke'
    details?: Prisma.InputJsonObject
  },
): Promise<GrantRow> {
  const { from, state, assertMay, action, details } = end
  return inTransaction(ctx, async (change) => {
    const row = await lockGrant(change.tx, grantId)
    await assertPerson(change, actor)
    assertMay(row, actor)
    assertGrantState(row, from, change.now)
    const ended = await updateGrant(change.tx, grantId, {
      state,
      revokedById: actor.userId,
      revokedByName: actor.displayName,
      revokedAt: change.now,
    })
    await tellGrant(change, ended, { actor, action, ...(details && { details }) })
    return ended
  })
}
