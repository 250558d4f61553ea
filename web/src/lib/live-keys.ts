import type { HubEvent } from '@hub/contracts'
import { queryKeys } from './query-keys.ts'

/** Keys of what an event makes old; `me` is the reader, whose own looks and words are on the screen already. */
export function keysOfEvent({ type, data }: HubEvent, me: string | undefined): (readonly unknown[])[] {
  const { approvals, explanations, health, workflows } = queryKeys
  switch (type) {
    case 'safeguard:request_viewed':
      return data.userId === me ? [] : [[...approvals, 'one', data.approvalId]]
    case 'safeguard:request_commented':
      return [
        [...approvals, 'comments', data.approvalId],
        [...approvals, 'one', data.approvalId],
        [...approvals, 'pending'],
      ]
    case 'safeguard:policy_changed':
      return [approvals, explanations]
    case 'workflow:health_change':
      return [health]
    default:
      if (type.startsWith('workflow:')) return [workflows]
      return type.startsWith('safeguard:') ? [approvals] : []
  }
}
