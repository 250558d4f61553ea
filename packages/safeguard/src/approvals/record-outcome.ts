import { type Actor, type ApprovalOutcome, ConflictError } from '@hub/contracts'
import type { Prisma, Tx } from '@hub/prisma'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { lockApproval, stateOf } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { assertMachine } from './assert-executor.ts'
import { endWith } from './end-request.ts'
import { nextStates } from './transitions.ts'

/**
 * Writes how the execution ended. `failed` from `approved` means that nothing was started.
 * @throws ForbiddenError for a person; ConflictError when the request is in no state to end (it ended already)
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
    /** What ends with the request, in the same transaction: a process that dies leaves both or neither. */
    endCalls?: (tx: Tx) => Promise<void>
  },
): Promise<ApprovalRow> {
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, end.approvalId)
    if (end.from !== undefined && stateOf(row) !== end.from) return row
    assertMachine(end.actor)
    assertMayEnd(row, end.state)
    const outcome: ApprovalOutcome = {
      summary: end.summary,
      verification: end.verification,
      finishedAt: change.now.toISOString(),
      undo: end.undo ?? null,
    }
    await end.endCalls?.(change.tx)
    return endWith(change, row, {
      state: end.state,
      actor: end.actor,
      action: `approval.${end.state}`,
      details: { summary: end.summary.en, verification: end.verification?.status ?? null },
      columns: { finishedAt: change.now, outcome: outcome as Prisma.JsonObject },
    })
  })
}

/** An unknown outcome has ended too: only a look or a verdict settles it. */
function assertMayEnd(row: ApprovalRow, end: 'executed' | 'failed' | 'unknown'): void {
  const state = stateOf(row)
  if (state !== 'unknown' && nextStates[state].includes(end)) return
  throw new ConflictError(`The request is ${state}: it cannot end as ${end}`, {
    reason: state === 'pending' ? 'approval.not_approved' : `approval.state.${state}`,
  })
}
