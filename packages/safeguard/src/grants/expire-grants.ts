import type { Actor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { findEndedGrantIds, lockGrant, updateGrant } from './grant.store.ts'
import { tellGrant } from './tell-grant.ts'

const clockwork: Actor = { type: 'system', name: 'safeguard' }

/** Ends every grant whose time is over. @returns their ids */
export async function expireGrants(ctx: SafeguardContext): Promise<string[]> {
  const expired: string[] = []
  for (const id of await findEndedGrantIds(ctx.db, ctx.clock.now()))
    if (await expireOne(ctx, id)) expired.push(id)
  return expired
}

async function expireOne(ctx: SafeguardContext, id: string): Promise<boolean> {
  return inTransaction(ctx, async (change) => {
    const row = await lockGrant(change.tx, id)
    if ((row.state !== 'active' && row.state !== 'requested') || change.now < row.expiresAt) return false
    const expired = await updateGrant(change.tx, id, { state: 'expired' })
    await tellGrant(change, expired, { actor: clockwork, action: 'grant.expire' })
    return true
  })
}
