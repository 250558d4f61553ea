import { type ApprovalRow, withParts } from '../approvals/approval.store.ts'
import type { SafeguardContext } from '../context.ts'

const open = ['pending', 'approved', 'executing']

/** The newest requests that one actor made; `requesterKey` as `actorKey` gives it. */
export function findOwnRequests(
  ctx: Pick<SafeguardContext, 'db'>,
  wanted: { requesterKey: string; onlyOpen: boolean; limit: number },
): Promise<ApprovalRow[]> {
  const { requesterKey, onlyOpen, limit } = wanted
  return ctx.db.approval.findMany({
    where: { requesterKey, ...(onlyOpen && { state: { in: open } }) },
    orderBy: { number: 'desc' },
    take: limit,
    include: withParts,
  })
}

/** One request of this actor; null when there is none, or when it is somebody else's. */
export function findOwnRequest(
  ctx: Pick<SafeguardContext, 'db'>,
  wanted: { requesterKey: string; approvalId: string },
): Promise<ApprovalRow | null> {
  const { requesterKey, approvalId: id } = wanted
  return ctx.db.approval.findFirst({ where: { id, requesterKey }, include: withParts })
}
