import type { RevokeGrantInput, UserActor } from '@hub/contracts'
import { assertPerson } from '../approvals/assert-person.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertGrantState, assertMayRevokeGrant } from './grant.policy.ts'
import { type GrantRow, lockGrant, updateGrant } from './grant.store.ts'
import { tellGrant } from './tell-grant.ts'

/**
 * Ends an active grant at once; what it said yes to and has not started does not run any more.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function revokeGrant(
  ctx: SafeguardContext,
  command: { grantId: string; actor: UserActor; input: RevokeGrantInput },
): Promise<GrantRow> {
  const { grantId, actor, input } = command
  return inTransaction(ctx, async (change) => {
    const row = await lockGrant(change.tx, grantId)
    await assertPerson(change, actor)
    assertMayRevokeGrant(row, actor)
    assertGrantState(row, 'active', change.now)
    const revoked = await updateGrant(change.tx, grantId, {
      state: 'revoked',
      revokedById: actor.userId,
      revokedByName: actor.displayName,
      revokedAt: change.now,
    })
    await tellGrant(change, revoked, { actor, action: 'grant.revoke', details: { reason: input.reason } })
    return revoked
  })
}
