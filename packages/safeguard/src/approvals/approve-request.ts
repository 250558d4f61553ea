import {
  type ApproveInput,
  ConflictError,
  type StepUpMethod,
  type UserActor,
  ValidationError,
} from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { type Change, inTransaction } from '../transaction.store.ts'
import { assertMayDecide, assertNotCounted, assertOpen } from './approval.policy.ts'
import { type ApprovalRow, decisionFacts, lockApproval, readApproval } from './approval.store.ts'
import { type Decider, readDecider } from './decider.ts'
import { endWith, onBehalf, recordDecision, refuseIfExpired } from './end-request.ts'
import { previewSeenAt } from './preview-seen.ts'

/** One yes; `provedBy` is how the person proved presence, checked by the caller. */
export interface ApproveCommand {
  approvalId: string
  actor: UserActor
  input: Omit<ApproveInput, 'stepUp'>
  provedBy?: StepUpMethod | undefined
}

/**
 * Says yes to exactly the action with `digest`. The last needed yes makes the request `approved`.
 * @throws ForbiddenError, ConflictError, ValidationError (reason or proof missing), NotFoundError; nothing is written then
 */
export async function approveRequest(ctx: SafeguardContext, command: ApproveCommand): Promise<ApprovalRow> {
  await refuseIfExpired(ctx, command.approvalId)
  return inTransaction(ctx, (change) => approveIn(change, command))
}

/** The same inside a transaction that the caller owns: all or nothing with its other changes. */
export async function approveIn(change: Change, command: ApproveCommand): Promise<ApprovalRow> {
  const { approvalId, actor, input, provedBy } = command
  const row = await lockApproval(change.tx, approvalId)
  const by = await readDecider(change, actor, input.onBehalfOf)
  const facts = decisionFacts(row)
  assertMayDecide(facts, actor, by.acting)
  assertOpen(facts, { digest: input.digest, now: change.now })
  assertNotCounted(facts, actor.userId, by.acting)
  assertProved(row, command)
  await recordDecision(change, row, { kind: 'approve', by, reason: input.reason, stepUp: provedBy })
  const given = row.decisions.filter(({ kind }) => kind === 'approve').length + 1
  return concludeYes(change, row, { by, given, reason: input.reason, provedBy })
}

async function concludeYes(
  change: Change,
  row: ApprovalRow,
  yes: { by: Decider; given: number; reason: string | undefined; provedBy: StepUpMethod | undefined },
): Promise<ApprovalRow> {
  const { by, given, reason, provedBy } = yes
  const action = 'approval.approve'
  const details = {
    given,
    required: row.requiredApprovals,
    reason: reason ?? null,
    stepUp: provedBy ?? null,
    ...onBehalf(by),
  }
  if (given >= row.requiredApprovals) {
    const columns = { decidedAt: change.now }
    return endWith(change, row, { state: 'approved', actor: by.actor, action, details, columns })
  }
  await change.emit('safeguard:request_approved', { approvalId: row.id, state: 'pending', ...details })
  await change.audit({
    actor: by.actor,
    action,
    subjectType: 'approval',
    subjectId: row.id,
    details: { digest: row.digest, tool: row.toolName, ...details },
  })
  return readApproval(change.tx, row.id)
}

function assertProved(row: ApprovalRow, { actor, input, provedBy }: ApproveCommand): void {
  if (row.previewRequired && previewSeenAt(row, actor.userId) === null)
    throw new ConflictError('Look at the whole preview before you approve', {
      reason: 'approval.preview_unseen',
    })
  if (row.reasonRequired && !input.reason)
    throw new ValidationError('This decision needs a reason', {
      reason: 'approval.reason_missing',
      fields: [{ path: 'reason', message: 'is required' }],
    })
  if (row.stepUpRequired && !provedBy)
    throw new ValidationError('Prove that it is you: password or code', {
      reason: 'approval.step_up_missing',
      fields: [{ path: 'stepUp', message: 'is required' }],
    })
}
