import { ConflictError, type UserActor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { lockFor, stateOf } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { assertHeld } from './assert-person.ts'
import { expireRow } from './end-request.ts'

/**
 * Runs `work` on a request that nobody else can change meanwhile, for a person who holds what their session says. One
 * that is pending beyond its time is expired instead, also when the sweep has not come by yet.
 * @throws ConflictError when it was expired; NotFoundError; ForbiddenError; whatever `work` throws, and nothing is
 * written then
 */
export async function onOpenRequest<T>(
  ctx: SafeguardContext,
  { approvalId, actor }: { approvalId: string; actor: UserActor },
  work: (change: Change, row: ApprovalRow) => Promise<T>,
): Promise<T> {
  const done = await inTransaction(ctx, async (begun) => {
    const { row, held } = await lockFor(begun.tx, { approvalId, userId: actor.userId })
    const change = begun.afterWait()
    if (stateOf(row) === 'pending' && change.now >= row.expiresAt) {
      await expireRow(change, row)
      return null
    }
    assertHeld(actor, held)
    return { result: await work(change, row) }
  })
  if (done === null)
    throw new ConflictError('The request has expired, nothing was executed', { reason: 'approval.expired' })
  return done.result
}
