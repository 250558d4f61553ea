import { ConflictError, type UserActor } from '@hub/contracts'
import { openSecret } from '@hub/kernel'
import { lockApproval } from '../approvals/approval.store.ts'
import { canReveal } from '../approvals/present-approval.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'

/**
 * Shows a generated secret to one entitled person, once: its ciphertext is erased in the same transaction.
 * @throws ConflictError when there is nothing to show to this person (any more)
 */
export async function revealSecret(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; key: string },
): Promise<string> {
  const { approvalId, actor, key } = command
  return inTransaction(ctx, async (change) => {
    const row = await lockApproval(change.tx, approvalId)
    if (!canReveal(row, actor, change.now) || !row.secret?.sealed)
      throw new ConflictError('There is no secret to show to you', { reason: 'approval.no_secret' })
    const secret = openSecret({ key, context: approvalId }, row.secret.sealed)
    await change.tx.actionSecret.update({
      where: { approvalId },
      data: { sealed: null, revealedAt: change.now },
    })
    change.emit('safeguard:secret_revealed', { approvalId })
    await change.audit({
      actor,
      action: 'approval.reveal_secret',
      subjectType: 'approval',
      subjectId: approvalId,
      details: {},
    })
    return secret
  })
}
