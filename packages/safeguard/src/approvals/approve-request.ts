import type { SafeguardContext } from '../context.ts'
import type { Change } from '../transaction.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { type ApproveCommand, assertYes } from './assert-yes.ts'
import type { Said } from './decision-of.ts'
import { endWith, onBehalf, recordDecision } from './end-request.ts'
import { onOpenRequest } from './on-open-request.ts'
import { findStandingYes } from './standing-yes.ts'

/**
 * Says yes to exactly the action with `digest`. The last needed yes makes the request `approved`.
 * @throws ForbiddenError, ConflictError, ValidationError (reason or proof missing), NotFoundError; nothing is written then
 */
export async function approveRequest(ctx: SafeguardContext, command: ApproveCommand): Promise<ApprovalRow> {
  return onOpenRequest(ctx, command, (change, row) => sayYes(change, row, command))
}

/**
 * The same to a locked request in a transaction that the caller owns: all or nothing with its other changes. Asks of
 * the actor what `assertYes` asks.
 */
export async function sayYes(
  change: Change,
  row: ApprovalRow,
  command: ApproveCommand,
): Promise<ApprovalRow> {
  const { input, provedBy, batch } = command
  const by = await assertYes(change, row, command)
  const said: Said = { kind: 'approve', by, reason: input.reason, stepUp: provedBy }
  const earlier = await findStandingYes(change.tx, row, row.decisions)
  const given = earlier.filter(({ kind }) => kind === 'approve').length + 1
  return concludeYes(change, row, { said, given, batch })
}

async function concludeYes(
  change: Change,
  row: ApprovalRow,
  yes: {
    said: Said
    given: number
    batch: ApproveCommand['batch']
  },
): Promise<ApprovalRow> {
  const { said, given, batch } = yes
  const { by, reason, stepUp } = said
  const action = 'approval.approve'
  const details = {
    given,
    required: row.requiredApprovals,
    reason: reason ?? null,
    stepUp: stepUp ?? null,
    ...onBehalf(by),
    ...(batch && { batchId: batch.id, batchSize: batch.size }),
  }
  if (given >= row.requiredApprovals) {
    const columns = { decidedAt: change.now }
    return endWith(change, row, { state: 'approved', said, actor: by.actor, action, details, columns })
  }
  const decided = await recordDecision(change, row, said)
  change.emit('safeguard:request_approved', { approvalId: row.id, state: 'pending', ...details })
  await change.audit({
    actor: by.actor,
    action,
    subjectType: 'approval',
    subjectId: row.id,
    details: { digest: row.digest, tool: row.toolName, ...details },
  })
  return decided
}
