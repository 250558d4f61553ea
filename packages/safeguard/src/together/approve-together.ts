import { randomUUID } from 'node:crypto'
import { AppError, type ApproveTogetherInput, type UserActor } from '@hub/contracts'
import { type ApprovalRow, readApproval } from '../approvals/approval.store.ts'
import { approveIn } from '../approvals/approve-request.ts'
import { type ApproveCommand, assertYes } from '../approvals/assert-yes.ts'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { assertAlike, assertDistinct } from './alike.policy.ts'
import { lockApprovals, readApprovals } from './together.store.ts'

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
  const commands = requests.map(({ approvalId, digest }) => ({
    approvalId,
    actor,
    input: { ...shared, digest },
    batch,
  }))
  return inTransaction(ctx, async (begun) => {
    // nobody locks what they could not approve: what is being carried out locks in an order of its own
    await assertEach(begun, commands)
    assertAlike(await lockApprovals(begun.tx, ids))
    const change = begun.afterWait()
    const approved: ApprovalRow[] = []
    for (const [index, one] of commands.entries())
      approved.push(await naming(index, () => approveIn(change, one)))
    return approved
  })
}

async function assertEach(change: Change, commands: ApproveCommand[]): Promise<void> {
  const rows = await readApprovals(
    change.tx,
    commands.map(({ approvalId }) => approvalId),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const found: [ApproveCommand, ApprovalRow][] = []
  for (const [index, one] of commands.entries())
    found.push([
      one,
      rowOf.get(one.approvalId) ?? (await naming(index, () => readApproval(change.tx, one.approvalId))),
    ])
  assertAlike(rows)
  for (const [index, [one, row]] of found.entries()) await naming(index, () => assertYes(change, row, one))
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
