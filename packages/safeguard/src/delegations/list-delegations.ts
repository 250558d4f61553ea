import { type Delegations, hasAccreditation, type UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { findDelegations } from './delegation.store.ts'
import { presentDelegation } from './present-delegation.ts'

/** N3 and above see the delegations of everybody. */
export function seesAll(reader: UserActor): boolean {
  return hasAccreditation(reader.accreditation, 'N3')
}

/** Newest first: those that `reader` gave or got, or all for N3 and above. */
export async function listDelegations(ctx: SafeguardContext, reader: UserActor): Promise<Delegations> {
  const now = ctx.clock.now()
  const rows = await findDelegations(ctx.db, seesAll(reader) ? undefined : reader.userId)
  return { items: rows.map((row) => presentDelegation(row, { reader, now })) }
}
