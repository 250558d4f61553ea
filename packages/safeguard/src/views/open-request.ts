import type { UserActor } from '@hub/contracts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import type { SafeguardContext } from '../context.ts'
import { insertView } from './view.store.ts'

/** Notes when somebody who may decide opened a request, once: how long a decision took is measured from there. */
export async function openRequest(ctx: SafeguardContext, row: ApprovalRow, actor: UserActor): Promise<void> {
  if (row.views.some(({ userId }) => userId === actor.userId)) return
  const { userId, displayName } = actor
  await insertView(ctx.db, { approvalId: row.id, userId, displayName, openedAt: ctx.clock.now() })
}
