import { ConflictError, type PreviewSeenInput, type UserActor } from '@hub/contracts'
import { readApproval } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import { insertView, keepPreviewSeen } from './view.store.ts'

/**
 * Notes that a person had the whole preview of this digest on the screen; the first time counts. Nothing is noted of
 * a request that has ended.
 * @throws ConflictError for another digest, NotFoundError
 */
export async function seePreview(
  ctx: SafeguardContext,
  command: { approvalId: string; actor: UserActor; input: PreviewSeenInput },
): Promise<ApprovalRow> {
  const { approvalId, actor, input } = command
  return inTransaction(ctx, async ({ tx, now }) => {
    const row = await readApproval(tx, approvalId)
    if (row.digest !== input.digest)
      throw new ConflictError('The digest is not the one of this request', { reason: 'approval.digest' })
    if (row.state !== 'pending') return row
    const { userId, displayName } = actor
    await insertView(tx, { approvalId, userId, displayName, openedAt: now })
    await keepPreviewSeen(tx, { approvalId, userId }, { digest: row.digest, at: now })
    return readApproval(tx, approvalId)
  })
}
