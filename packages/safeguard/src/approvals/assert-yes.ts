import {
  type ApproveInput,
  ConflictError,
  type StepUpMethod,
  type UserActor,
  ValidationError,
} from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import type { Change } from '../transaction.store.ts'
import { assertMayDecide, assertNotCounted, assertOpen } from './approval.policy.ts'
import { decisionFacts } from './approval.store.ts'
import type { ApprovalRow } from './approval-row.ts'
import { type Decider, readDecider } from './decider.ts'
import { onOpenRequest } from './on-open-request.ts'
import { previewSeenAt } from './preview-seen.ts'

/** One yes; `provedBy` is how the person proved presence, checked by the caller. */
export interface ApproveCommand {
  approvalId: string
  actor: UserActor
  input: Omit<ApproveInput, 'stepUp'>
  provedBy?: StepUpMethod | undefined
  /** The gesture that approves several requests. */
  batch?: { id: string; size: number }
}

/**
 * Everything a yes to `row` must fulfil, of an actor whom `assertHeld` let pass.
 * @returns who says it, and in whose name
 * @throws ForbiddenError, ConflictError, ValidationError (reason or proof missing)
 */
export async function assertYes(change: Change, row: ApprovalRow, command: ApproveCommand): Promise<Decider> {
  const { actor, input } = command
  const by = await readDecider(change, actor, input.onBehalfOf)
  const facts = decisionFacts(row)
  assertMayDecide(facts, actor, by.acting)
  assertOpen(facts, { digest: input.digest, now: change.now })
  assertNotCounted(facts, actor.userId, by.acting)
  assertProved(row, command)
  return by
}

/**
 * The same before presence is proved, so that no code is used up by a yes that cannot count; `provedBy` is then the
 * method that will be tried. Throws as `assertYes`.
 */
export async function assertApprovable(ctx: SafeguardContext, command: ApproveCommand): Promise<void> {
  await onOpenRequest(ctx, command, (change, row) => assertYes(change, row, command))
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
