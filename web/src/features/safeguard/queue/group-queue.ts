import type { Approval } from '@hub/contracts'
import { byUrgency } from '../../../approvals/by-urgency.ts'

export const queueGroups = ['toDecide', 'deferred', 'others'] as const
export type QueueGroup = (typeof queueGroups)[number]

/** The part of the queue a request belongs to, for its reader. */
export function groupOf(approval: Approval): QueueGroup {
  if (approval.deferredUntil !== null) return 'deferred'
  return approval.you.canDecide ? 'toDecide' : 'others'
}

/** Ids of the queue in reading order: by group, then by urgency. */
export function sortedIds(approvals: readonly Approval[], now: Date): string[] {
  const sorted = approvals.toSorted(byUrgency(now))
  return queueGroups.flatMap((group) =>
    sorted.filter((approval) => groupOf(approval) === group).map(({ approvalId }) => approvalId),
  )
}

/** The groups of the queue that have something, each in the given order of ids. */
export function groupQueue(approvals: readonly Approval[], order: readonly string[]) {
  const rank = new Map(order.map((id, index) => [id, index]))
  const rankOf = ({ approvalId }: Approval) => rank.get(approvalId) ?? order.length
  const ordered = approvals.toSorted((a, b) => rankOf(a) - rankOf(b))
  return queueGroups
    .map((group) => ({ group, items: ordered.filter((approval) => groupOf(approval) === group) }))
    .filter(({ items }) => items.length > 0)
}
