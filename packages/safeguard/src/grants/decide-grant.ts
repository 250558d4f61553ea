import { ConflictError, type DecideGrantInput, type UserActor } from '@hub/contracts'
import { assertPerson } from '../approvals/assert-person.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertGrantState, assertMayDecideGrant } from './grant.policy.ts'
import { type GrantRow, lockGrant, updateGrant } from './grant.store.ts'
import { readPolicyInForce } from './policy-in-force.store.ts'
import { tellGrant } from './tell-grant.ts'

/**
 * Says yes or no to a grant, once; neither the one who asked nor the one it would answer.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function decideGrant(
  ctx: SafeguardContext,
  command: { grantId: string; actor: UserActor; input: DecideGrantInput },
): Promise<GrantRow> {
  const { grantId, actor, input } = command
  return inTransaction(ctx, async (change) => {
    const row = await lockGrant(change.tx, grantId)
    await assertPerson(change, actor)
    assertMayDecideGrant(row, actor)
    assertGrantState(row, 'requested', change.now)
    if (input.digest !== row.digest)
      throw new ConflictError('The digest is not the one of this grant', { reason: 'grant.digest' })
    const isYes = input.decision === 'approve'
    if (isYes && (await readPolicyInForce(change.tx)).version !== row.policyVersion)
      throw new ConflictError('The policy changed since the grant was asked for', { reason: 'grant.policy' })
    const decided = await updateGrant(change.tx, grantId, {
      state: isYes ? 'active' : 'rejected',
      decidedById: actor.userId,
      decidedByName: actor.displayName,
      decidedAt: change.now,
      decisionReason: input.reason,
    })
    const details = { reason: input.reason }
    await tellGrant(change, decided, { actor, action: isYes ? 'grant.approve' : 'grant.reject', details })
    return decided
  })
}
