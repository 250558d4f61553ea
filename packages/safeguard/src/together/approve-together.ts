import { randomUUID } from 'node:crypto'
import { AppError, type ApproveTogetherInput, type UserActor } from '@hub/contracts'
import { lockApprovals, noSuchApproval, readApprovals } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { sayYes } from '../approvals/approve-request.ts'
import { assertHeld } from '../approvals/assert-person.ts'
import { type ApproveCommand, assertYes } from '../approvals/assert-yes.ts'
import type { SafeguardContext } from '../context.ts'
import { heldAccreditation } from '../grants/grantee.store.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertAlike, assertDistinct } from './alike.policy.ts'

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
    const seen = inOrder(commands, await readApprovals(begun.tx, ids))
    assertAlike(seen.map(({ row }) => row))
    const heldBefore = await heldAccreditation(begun.tx, actor.userId)
    await toEach(seen, ({ row, one }) =>
      assertYes(begun, row, { ...one, actor: assertHeld(actor, heldBefore) }),
    )
    const locked = await lockApprovals(begun.tx, { ids, userId: actor.userId })
    assertAlike(locked.rows)
    const change = begun.afterWait()
    return toEach(inOrder(commands, locked.rows), ({ row, one }) =>
      sayYes(change, row, { ...one, actor: assertHeld(actor, locked.held) }),
    )
  })
}

interface Listed {
  one: ApproveCommand
  row: ApprovalRow
}

/** @throws NotFoundError naming the one that is not there */
function inOrder(commands: ApproveCommand[], rows: ApprovalRow[]): Listed[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return commands.map((one, index) => {
    const row = rowOf.get(one.approvalId)
    if (!row) throw named(index, noSuchApproval(one.approvalId))
    return { one, row }
  })
}

/** Does `work` to one after the other; a refusal says which of the listed requests it is about. */
async function toEach<T>(listed: Listed[], work: (one: Listed) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (const [index, one] of listed.entries())
    try {
      done.push(await work(one))
    } catch (error) {
      throw error instanceof AppError ? named(index, error) : error
    }
  return done
}

function named(index: number, error: AppError): AppError {
  const { code, message, reason, params, fields = [] } = error
  return new AppError(code, message, {
    ...(reason && { reason }),
    params,
    fields: [{ path: `requests.${index}`, message }, ...fields],
    cause: error,
  })
}
