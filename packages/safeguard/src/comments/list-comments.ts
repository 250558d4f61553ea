import type { ApprovalComments } from '@hub/contracts'
import { readApproval } from '../approvals/approval.store.ts'
import type { SafeguardContext } from '../context.ts'
import { findComments } from './comment.store.ts'

/**
 * What people said of a request, oldest first.
 * @throws NotFoundError when there is no such request
 */
export async function listComments(ctx: SafeguardContext, approvalId: string): Promise<ApprovalComments> {
  await readApproval(ctx.db, approvalId)
  return { items: await findComments(ctx.db, approvalId) }
}
