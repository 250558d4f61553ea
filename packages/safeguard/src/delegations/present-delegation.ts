import { type Delegation, hasAccreditation, type UserActor } from '@hub/contracts'
import { delegationState } from './delegation.policy.ts'
import type { DelegationRow } from './delegation.store.ts'

/** The one who delegated may end it, and so may an N4. */
export function mayRevoke(row: DelegationRow, actor: UserActor): boolean {
  return row.fromUserId === actor.userId || hasAccreditation(actor.accreditation, 'N4')
}

/** A stored delegation as the API shows it to `reader`. */
export function presentDelegation(
  row: DelegationRow,
  { reader, now }: { reader: UserActor; now: Date },
): Delegation {
  const state = delegationState(row, now)
  return {
    id: row.id,
    from: { userId: row.fromUserId, displayName: row.fromName },
    to: { userId: row.toUserId, displayName: row.toName },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    reason: row.reason,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    state,
    canRevoke: (state === 'planned' || state === 'active') && mayRevoke(row, reader),
  }
}
