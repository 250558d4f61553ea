import type { EventType, HubEvent } from '@hub/contracts'

/** What a channel can be told; each stands for one event of the gate. */
export const noticeKinds = [
  'new_request',
  'escalated',
  'resumed',
  'deferred',
  'approved',
  'rejected',
  'expired',
  'cancelled',
  'executed',
  'failed',
  'unknown',
  'break_glass',
  'break_glass_reviewed',
  'grant_asked',
  'grant_given',
  'grant_revoked',
  'policy_changed',
  'policy_problem',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Told unless the channel says otherwise: what needs somebody. */
export const urgentKinds: NoticeKind[] = [
  'new_request',
  'escalated',
  'unknown',
  'failed',
  'break_glass',
  'policy_problem',
]

const kindOfType = new Map<EventType, NoticeKind>([
  ['safeguard:new_request', 'new_request'],
  ['safeguard:request_escalated', 'escalated'],
  ['safeguard:request_resumed', 'resumed'],
  ['safeguard:request_deferred', 'deferred'],
  ['safeguard:request_approved', 'approved'],
  ['safeguard:request_rejected', 'rejected'],
  ['safeguard:request_expired', 'expired'],
  ['safeguard:request_cancelled', 'cancelled'],
  ['safeguard:request_executed', 'executed'],
  ['safeguard:request_failed', 'failed'],
  ['safeguard:request_unknown', 'unknown'],
  ['safeguard:break_glass', 'break_glass'],
  ['safeguard:break_glass_reviewed', 'break_glass_reviewed'],
  ['safeguard:policy_changed', 'policy_changed'],
  ['safeguard:policy_problem', 'policy_problem'],
])

/** By the verb of the audit; that a grant was used, withdrawn or has ended is not told. */
const kindOfGrantAction = new Map<unknown, NoticeKind>([
  ['grant.request', 'grant_asked'],
  ['grant.approve', 'grant_given'],
  ['grant.revoke', 'grant_revoked'],
])

/** @returns the kind that an event is told as; undefined when it is not. One yes of several is no approval yet. */
export function kindOf({ type, data }: HubEvent): NoticeKind | undefined {
  if (type === 'safeguard:request_approved' && data.state !== 'approved') return undefined
  if (type === 'safeguard:grant_changed') return kindOfGrantAction.get(data.action)
  return kindOfType.get(type)
}

/** These say "please decide". */
export function asksForDecision(kind: NoticeKind): boolean {
  return kind === 'new_request' || kind === 'escalated' || kind === 'resumed'
}
