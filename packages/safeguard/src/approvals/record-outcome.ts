import type { Actor, ApprovalOutcome } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { type ApprovalRow, lockApproval, stateOf } from './approval.store.ts'
import { endWith } from './end-request.ts'

/**
 * Writes how the execution ended. `failed` from `approved` means that nothing was started.
 * @throws Error when the request is in no state to end (it ended already)
 */
export async function recordOutcome(
  ctx: SafeguardContext,
  end: {
    approvalId: string
    state: 'executed' | 'failed' | 'unknown'
    actor: Actor
    summary: ApprovalOutcome['summary']
    verification: ApprovalOutcome['verification']
    undo?: ApprovalOutcome['undo']
    /** Ends the request only when it is still in this state: another process may have started it meanwhile. */
    from?: 'approved' | 'executing'
  },
): Promise<ApprovalRow> {
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, end.approvalId)
    if (end.from !== undefined && stateOf(row) !== end.from) return row
    if (stateOf(row) === 'unknown')
      throw new Error(`${row.id} has ended: only a look or a verdict settles it`)
    const outcome: ApprovalOutcome = {
      summary: end.summary,
      verification: end.verification,
      finishedAt: change.now.toISOString(),
      undo: end.undo ?? null,
    }
    return endWith(change, row, {
      state: end.state,
      actor: end.actor,
      action: `approval.${end.state}`,
      details: { summary: end.summary.en, verification: end.verification?.status ?? null },
      columns: { finishedAt: change.now, outcome: outcome as Prisma.InputJsonObject },
    })
  })
}
