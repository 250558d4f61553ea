import type { ApproveInput, User } from '@hub/contracts'
import { type ApprovalRow, approveRequest, assertApprovable } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { proveStepUp, userActor } from '../auth/index.ts'

/**
 * A yes, with the proof of presence that came with it: checked only once everything else would count, so that no
 * code is lost. Throws as `approveRequest` and `proveStepUp`.
 */
export async function approveWithProof(
  ctx: ServerContext,
  user: User,
  command: { approvalId: string; input: ApproveInput },
): Promise<ApprovalRow> {
  const { stepUp, ...input } = command.input
  const yes = { approvalId: command.approvalId, actor: userActor(user), input }
  if (!stepUp) return approveRequest(ctx, yes)
  await assertApprovable(ctx, { ...yes, provedBy: stepUp.method })
  return approveRequest(ctx, { ...yes, provedBy: await proveStepUp(ctx, user, stepUp) })
}
