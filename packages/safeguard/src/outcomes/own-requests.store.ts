import { Prisma } from '@hub/prisma'
import { selectApprovals } from '../approvals/approval.store.ts'
import type { ApprovalRow } from '../approvals/approval-row.ts'
import type { SafeguardContext } from '../context.ts'

const open = ['pending', 'approved', 'executing']

/** The newest requests that one actor made; `requesterKey` as `actorKey` gives it. */
export function findOwnRequests(
  ctx: Pick<SafeguardContext, 'db'>,
  wanted: { requesterKey: string; onlyOpen: boolean; limit: number },
): Promise<ApprovalRow[]> {
  const { requesterKey, onlyOpen, limit } = wanted
  return selectApprovals(
    ctx.db,
    Prisma.sql`a.requester_key = ${requesterKey} AND (${!onlyOpen} OR a.state = ANY(${open}))
      ORDER BY a.number DESC LIMIT ${limit}`,
  )
}

/** One request of this actor; null when there is none, or when it is somebody else's. */
export async function findOwnRequest(
  ctx: Pick<SafeguardContext, 'db'>,
  wanted: { requesterKey: string; approvalId: string },
): Promise<ApprovalRow | null> {
  const { requesterKey, approvalId: id } = wanted
  const [row] = await selectApprovals(ctx.db, Prisma.sql`a.id = ${id} AND a.requester_key = ${requesterKey}`)
  return row ?? null
}
