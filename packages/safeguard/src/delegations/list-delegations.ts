import { type Delegation, hasAccreditation, type UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { type DelegationPage, findDelegations } from './delegation.store.ts'
import { presentDelegation } from './present-delegation.ts'

/** N3 and above see the delegations of everybody. */
export function seesAll(reader: UserActor): boolean {
  return hasAccreditation(reader.accreditation, 'N3')
}

/**
 * Newest first: those that `reader` gave or got, or all for N3 and above.
 * @returns `next` is the place of the last one when there are more
 */
export async function listDelegations(
  ctx: SafeguardContext,
  reader: UserActor,
  { before, limit }: DelegationPage,
): Promise<{ items: Delegation[]; next: DelegationPage['before'] | null }> {
  const now = ctx.clock.now()
  const userId = seesAll(reader) ? undefined : reader.userId
  const rows = await findDelegations(ctx.db, { userId, before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => presentDelegation(row, { reader, now })),
    next: last ? { createdAt: last.createdAt, id: last.id } : null,
  }
}
