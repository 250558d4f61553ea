import type { UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { endGrant } from './end-grant.ts'
import { assertMayWithdrawGrant } from './grant.policy.ts'
import type { GrantRow } from './grant.store.ts'

/** Takes back a grant that waits for its decision; only who asked for it can. Throws as `endGrant`. */
export async function withdrawGrant(
  ctx: SafeguardContext,
  command: { grantId: string; actor: UserActor },
): Promise<GrantRow> {
  return endGrant(ctx, command, {
    from: 'requested',
    state: 'withdrawn',
    assertMay: assertMayWithdrawGrant,
    action: 'grant.withdraw',
  })
}
