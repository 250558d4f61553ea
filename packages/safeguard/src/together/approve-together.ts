import { randomUUID } from 'node:crypto'
import { AppError, type ApproveTogetherInput, type UserActor } from '@hub/contracts'
import { type ApprovalRow, readApproval } from '../approvals/approval.store.ts'
import { approveIn } from '../approvals/approve-request.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertAlike, assertDistinct } from './alike.policy.ts'
import { lockApprovals } from './together.store.ts'

/**
 * Says yes to several requests of one kind, each with its digest: all of them or none. One decision and one audit row
 * each, with the id of the gesture.
 * @returns the requests, in the order they were listed
 * @throws as `approveRequest`, naming in `fields` the one that was refused; ConflictError when they are not of one kind
 */
export async function approveTogether(
  ctx: SafeguardContext,
  command: { actor: UserActor; input: ApproveTogetherInput },
): Promise<ApprovalRow[]> {
  const { actor, input } = command
  const { requests, ...shared } = input
  const ids = requests.map(({ approvalId }) => approvalId)
  assertDistinct(ids)
  const batch = { id: randomUUID(), size: ids.length }
  return inTransaction(ctx, async (change) => {
    const rows = await lockApprovals(change.tx, ids)
    for (const [index, id] of ids.entries())
      if (!rows.some((row) => row.id === id)) await naming(index, () => readApproval(change.tx, id))
    assertAlike(rows)
    const approved: ApprovalRow[] = []
    for (const [index, { approvalId, digest }] of requests.entries()) {
      const one = { approvalId, actor, input: { ...shared, digest }, batch }
      approved.push(await naming(index, () => approveIn(change, one)))
    }
    return approved
  })
}

/** Says in a refusal which of the listed requests it is about. */
async function naming<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, message, reason, params, fields = [] } = error
    throw new AppError(code, message, {
      ...(reason && { reason }),
      params,
      fields: [{ path: `requests.${index}`, message }, ...fields],
      cause: error,
    })
  }
}
