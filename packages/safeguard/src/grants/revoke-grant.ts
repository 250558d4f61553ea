import type { RevokeGrantInput, UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { endGrant } from './end-grant.ts'
import { assertMayRevokeGrant } from './grant.policy.ts'
import type { GrantRow } from './grant.store.ts'

/**
 * Ends an active grant at once; what it said yes to and has not started does not run any more. Throws as `endGrant`.
 */
export async function revokeGrant(
  ctx: SafeguardContext,
  command: { grantId: string; actor: UserActor; input: RevokeGrantInput },
): Promise<GrantRow> {
  return endGrant(ctx, command, {
    from: 'active',
    state: 'revoked',
    assertMay: assertMayRevokeGrant,
    action: 'grant.revoke',
    details: { reason: command.input.reason },
  })
}
