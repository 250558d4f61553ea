import { ConflictError } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { type ApprovalRow, lockApproval, stateOf } from './approval.store.ts'
import { expireRow } from './end-request.ts'

/**
 * Runs `work` on a request that nobody else can change meanwhile. One that is pending beyond its time is expired
 * instead, also when the sweep has not come by yet.
 * @throws ConflictError when it was expired; NotFoundError; whatever `work` throws, and nothing is written then
 */
export async function onOpenRequest<T>(
  ctx: SafeguardContext,
  approvalId: string,
  work: (change: Change, row: ApprovalRow) => Promise<T>,
): Promise<T> {
  const done = await inTransaction(ctx, async (begun) => {
    const row = await lockApproval(begun.tx, approvalId)
    const change = begun.afterWait()
    if (stateOf(row) !== 'pending' || change.now < row.expiresAt) return { result: await work(change, row) }
    await expireRow(change, row)
    return null
  })
  if (done === null)
    throw new ConflictError('The request has expired, nothing was executed', { reason: 'approval.expired' })
  return done.result
}
