import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { lockApproval, stateOf } from './approval.store.ts'
import { expireRow } from './end-request.ts'
import { findExpiredIds, findStartOverdueIds } from './find-approvals.store.ts'

/** An approved action that could not start within this time after the yes is not started any more. */
export const startWithinMs = 15 * 60_000

/**
 * Ends every request whose time is over: undecided ones, and approved ones that nothing could start.
 * @returns their ids
 */
export async function expireDue(ctx: SafeguardContext): Promise<string[]> {
  const now = ctx.clock.now()
  const overdue = new Date(now.getTime() - startWithinMs)
  const ids = [...(await findExpiredIds(ctx.db, now)), ...(await findStartOverdueIds(ctx.db, overdue))]
  const expired: string[] = []
  for (const id of ids) if (await expireOne(ctx, id)) expired.push(id)
  return expired
}

async function expireOne(ctx: SafeguardContext, id: string): Promise<boolean> {
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, id)
    const isUndecided = stateOf(row) === 'pending' && change.now >= row.expiresAt
    const isOverdue =
      stateOf(row) === 'approved' &&
      row.decidedAt !== null &&
      change.now.getTime() - row.decidedAt.getTime() >= startWithinMs
    if (!isUndecided && !isOverdue) return false
    await expireRow(change, row)
    return true
  })
}
