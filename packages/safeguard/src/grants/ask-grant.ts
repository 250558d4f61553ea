import { type AskGrantInput, type UserActor, ValidationError } from '@hub/contracts'
import { assertPerson } from '../approvals/assert-person.ts'
import { canonicalHash } from '../canonical.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { checkScope } from './check-scope.ts'
import { assertHolds } from './grant.policy.ts'
import { type GrantRow, insertGrant, nextGrantNumber } from './grant.store.ts'
import { requesterName } from './grantee.store.ts'
import { readPolicyInForce } from './policy-in-force.store.ts'
import { tellGrant } from './tell-grant.ts'

const longestMs = 90 * 24 * 3_600_000
const approverLevel = 'N3'

/**
 * Asks for a yes in advance to a kind of action; it answers nothing until somebody else of N3 agrees.
 * @throws ForbiddenError below N2; ValidationError; ConflictError when no policy is in force
 */
export async function askGrant(
  ctx: SafeguardContext,
  command: { actor: UserActor; input: AskGrantInput },
): Promise<GrantRow> {
  const { actor, input } = command
  assertHolds(actor, 'N2')
  return inTransaction(ctx, async (change) => {
    await assertPerson(change, actor)
    const { policy, version: policyVersion } = await readPolicyInForce(change.tx)
    const { scope, reason, maxUses } = input
    checkScope(scope, policy)
    const expiresAt = checkExpiry(input.expiresAt, change.now)
    const name = await requesterName(change.tx, scope.requester)
    if (name === null) throw wrongField('scope.requester', 'grant.requester', 'nobody of that name asks')
    const { id, number } = await nextGrantNumber(change.tx, change.now)
    const asked = {
      scope,
      reason,
      maxUses,
      expiresAt: expiresAt.toISOString(),
      policyVersion,
      askedBy: actor.userId,
    }
    const row = await insertGrant(change.tx, {
      id,
      number,
      toolName: scope.toolName,
      requester: scope.requester,
      requesterName: name,
      scope,
      reason,
      maxUses,
      digest: canonicalHash(asked),
      policyVersion,
      state: 'requested',
      approverLevel,
      askedById: actor.userId,
      askedByName: actor.displayName,
      createdAt: change.now,
      expiresAt,
    })
    const details = { scope, maxUses, reason, expiresAt: expiresAt.toISOString() }
    await tellGrant(change, row, { actor, action: 'grant.request', details })
    return row
  })
}

function checkExpiry(value: string, now: Date): Date {
  const expiresAt = new Date(value)
  if (expiresAt <= now) throw wrongField('expiresAt', 'grant.expiry', 'must be in the future')
  if (expiresAt.getTime() - now.getTime() > longestMs)
    throw wrongField('expiresAt', 'grant.expiry', 'at most 90 days from now')
  return expiresAt
}

function wrongField(path: string, reason: string, message: string): ValidationError {
  return new ValidationError(`${path}: ${message}`, { reason, fields: [{ path, message }] })
}
