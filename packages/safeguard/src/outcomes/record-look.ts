import type { Actor, ApprovalOutcome } from '@hub/contracts'
import { lockApproval } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import { assertPerson } from '../approvals/assert-person.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { assertMaySettle } from './may-settle.ts'
import { assertUnknown, settleUnknown } from './settle-unknown.ts'

const words = {
  yes: { fr: 'Exécuté : le système montre l’effet.', en: 'Executed: the system shows the effect.' },
  no: {
    fr: 'Non exécuté : le système ne montre pas l’effet.',
    en: 'Not executed: the system does not show the effect.',
  },
}
const seen = { fr: 'Le système montre l’effet.', en: 'The system shows the effect.' }

/**
 * Writes what another look at the system said about an `unknown` execution, and settles it when the look was clear.
 * @param look `actor` asked for it: somebody who may decide on the request, or the Hub's own recovery. `undo` is the
 *   call that takes the effect back, when it is known
 * @throws ForbiddenError, ConflictError, NotFoundError
 */
export async function recordLook(
  ctx: SafeguardContext,
  look: {
    approvalId: string
    actor: Actor
    answer: 'yes' | 'no' | 'unknown'
    undo?: ApprovalOutcome['undo']
  },
): Promise<ApprovalRow> {
  const { approvalId, actor, answer, undo } = look
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, approvalId)
    if (actor.type === 'system') assertUnknown(row)
    else {
      await assertPerson(change, actor)
      assertMaySettle(row, actor)
    }
    const action = 'approval.reconcile'
    if (answer === 'unknown') {
      const details = { digest: row.digest, tool: row.toolName, answer }
      await change.audit({ actor, action, subjectType: 'approval', subjectId: approvalId, details })
      return row
    }
    return settleUnknown(change, row, {
      state: answer === 'yes' ? 'executed' : 'failed',
      actor,
      action,
      summary: words[answer],
      verification: answer === 'yes' ? { status: 'verified', detail: seen } : null,
      undo: answer === 'yes' ? undo : null,
      details: { answer },
      columns: { reconciledAt: change.now },
    })
  })
}
