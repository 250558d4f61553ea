import type { BreakGlassInput, UserActor } from '@hub/contracts'
import { assertOpen } from '../approvals/approval.policy.ts'
import { decisionFacts, readApproval } from '../approvals/approval.store.ts'
import type { SafeguardContext } from '../context.ts'
import { assertMayBreakGlass } from './break-glass.policy.ts'

/**
 * Would breaking the glass count now? Asked before a proof of presence is used up.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function assertBreakable(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: Pick<BreakGlassInput, 'digest'> },
): Promise<void> {
  const row = await readApproval(ctx.db, command.approvalId)
  assertMayBreakGlass(row, command.actor)
  assertOpen(decisionFacts(row), { digest: command.input.digest, now: ctx.clock.now() })
}
