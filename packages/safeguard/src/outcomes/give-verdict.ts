import { ConflictError, type UserActor, type VerdictInput } from '@hub/contracts'
import { type ApprovalRow, lockApproval } from '../approvals/approval.store.ts'
import { readDecider } from '../approvals/decider.ts'
import { recordDecision } from '../approvals/end-request.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertMaySettle } from './may-settle.ts'
import { settleUnknown } from './settle-unknown.ts'

/**
 * A person who looked by hand says what became of an execution whose outcome is unknown; never the requester.
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function giveVerdict(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: VerdictInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  const { verdict, reason, digest } = input
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, approvalId)
    const by = await readDecider(change, actor)
    assertMaySettle(row, actor)
    if (digest !== row.digest)
      throw new ConflictError('The digest is not the one of this request', { reason: 'approval.digest' })
    const decided = await recordDecision(change, row, { kind: 'verdict', by, reason, verdict })
    const { displayName } = actor
    return settleUnknown(change, decided, {
      state: verdict,
      actor,
      action: 'approval.verdict',
      summary:
        verdict === 'executed'
          ? {
              fr: `Constaté exécuté par ${displayName} : ${reason}`,
              en: `Found executed by ${displayName}: ${reason}`,
            }
          : {
              fr: `Constaté non exécuté par ${displayName} : ${reason}`,
              en: `Found not executed by ${displayName}: ${reason}`,
            },
      verification: null,
      details: { reason },
    })
  })
}
