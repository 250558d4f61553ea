import {
  Actor,
  type ApprovalOutcome,
  type ApprovalState,
  ForbiddenError,
  type LocalizedText,
  type WorkflowActor,
} from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { lockApproval, stateOf } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { endWith, expireRow } from './end-request.ts'

/**
 * A run of a workflow takes back what it asked for, because there is no reason for it any more. Whoever comes first
 * wins: what is decided already stays as it is.
 * @returns the state of the request now; `cancelled` when it was taken back, by this or by an earlier call
 * @throws ForbiddenError for a request of anybody else, another run of the same workflow too; NotFoundError
 */
export async function withdrawRequest(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: WorkflowActor; reason: LocalizedText },
): Promise<ApprovalState> {
  const { approvalId, actor, reason } = command
  return inTransaction(ctx, async (begun) => {
    const row = await lockApproval(begun.tx, approvalId)
    const change = begun.afterWait()
    assertOwn(row, actor)
    const state = stateOf(row)
    if (state !== 'pending') return state
    if (change.now >= row.expiresAt) {
      await expireRow(change, row)
      return 'expired'
    }
    const outcome: ApprovalOutcome = {
      summary: reason,
      verification: null,
      finishedAt: change.now.toISOString(),
      undo: null,
    }
    await endWith(change, row, {
      state: 'cancelled',
      actor,
      action: 'approval.cancel',
      details: { reason: reason.en },
      columns: { finishedAt: change.now, outcome: outcome as Prisma.JsonObject },
    })
    return 'cancelled'
  })
}

/** By the parts of the actor: two of them could spell the same key. */
function assertOwn({ requestedBy }: ApprovalRow, { name, runId, type }: WorkflowActor): void {
  const own = Actor.safeParse(requestedBy).data
  const isWorkflow = type === 'workflow' && own?.type === 'workflow'
  if (isWorkflow && own.name === name && own.runId === runId) return
  throw new ForbiddenError('Only the requester can cancel a request', { reason: 'approval.cancel_other' })
}
