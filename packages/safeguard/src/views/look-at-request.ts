import type { UserActor } from '@hub/contracts'
import { readApproval } from '../approvals/approval.store.ts'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { insertView, keepLookingUntil, lockLookingUntil } from './view.store.ts'

/** Somebody who says nothing for this long has gone. */
export const lookingLeaseMs = 45_000

interface Looking {
  approvalId: string
  actor: UserActor
}

/** A person has the request open, for the length of a lease; others are told when they come, not each time. */
export async function lookAtRequest(ctx: SafeguardContext, looking: Looking): Promise<void> {
  const { approvalId, actor } = looking
  await inTransaction(ctx, async (change) => {
    await readApproval(change.tx, approvalId)
    const { userId, displayName } = actor
    await insertView(change.tx, { approvalId, userId, displayName, openedAt: change.now })
    const until = await lockLookingUntil(change.tx, { approvalId, userId })
    const leaseEnd = new Date(change.now.getTime() + lookingLeaseMs)
    await keepLookingUntil(change.tx, { approvalId, userId }, leaseEnd)
    if (until === null || until <= change.now) tell(change, looking, true)
  })
}

/** The person has left the request; telling it twice changes nothing. */
export async function lookAway(ctx: SafeguardContext, looking: Looking): Promise<void> {
  const { approvalId, actor } = looking
  await inTransaction(ctx, async (change) => {
    await readApproval(change.tx, approvalId)
    const key = { approvalId, userId: actor.userId }
    const until = await lockLookingUntil(change.tx, key)
    if (until === null || until <= change.now) return
    await keepLookingUntil(change.tx, key, change.now)
    tell(change, looking, false)
  })
}

function tell(change: Change, { approvalId, actor }: Looking, isLooking: boolean): void {
  const { userId, displayName } = actor
  change.emit('safeguard:request_viewed', { approvalId, userId, displayName, isLooking })
}
