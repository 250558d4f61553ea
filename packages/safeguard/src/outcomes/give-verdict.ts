import { ConflictError, type UserActor, type VerdictInput } from '@hub/contracts'
import { lockFor } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { assertHeld } from '../approvals/assert-person.ts'
import { readDecider } from '../approvals/decider.ts'
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
    const { row, held } = await lockFor(change.tx, { approvalId, userId: actor.userId })
    const by = await readDecider(change, assertHeld(actor, held))
    assertMaySettle(row, actor)
    if (digest !== row.digest)
      throw new ConflictError('The digest is not the one of this request', { reason: 'approval.digest' })
    const { displayName } = actor
    return settleUnknown(change, row, {
      state: verdict,
      said: { kind: 'verdict', by, reason, verdict },
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
