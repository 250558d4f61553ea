import {
  type Accreditation,
  type EventType,
  type HubEvent,
  hasAccreditation,
  type User,
} from '@hub/contracts'

type MayRead = (user: User, data: HubEvent['data']) => boolean
type Readers = Record<EventType, MayRead>

/** Everybody who may listen (N1) may read requests whole: decisions, words, and who looks at them. */
const listeners: MayRead = () => true
const nobody: MayRead = () => false
const fromN2: MayRead = ({ accreditation }) => hasAccreditation(accreditation, 'N2')
const fromN3: MayRead = ({ accreditation }) => hasAccreditation(accreditation, 'N3')

/** Who may read what an event of a type holds: as strict as the routes that answer the same. */
const atSafeguard: Readers = {
  'safeguard:new_request': listeners,
  'safeguard:request_approved': listeners,
  'safeguard:request_rejected': listeners,
  'safeguard:request_expired': listeners,
  'safeguard:request_deferred': listeners,
  'safeguard:request_cancelled': listeners,
  'safeguard:request_executing': listeners,
  'safeguard:request_executed': listeners,
  'safeguard:request_failed': listeners,
  'safeguard:request_unknown': listeners,
  'safeguard:request_resumed': listeners,
  'safeguard:request_escalated': listeners,
  'safeguard:request_commented': listeners,
  'safeguard:request_viewed': listeners,
  'safeguard:break_glass': listeners,
  'safeguard:break_glass_reviewed': listeners,
  // That a secret was looked at stands in the audit alone.
  'safeguard:secret_revealed': fromN3,
  // It names no requester, so those whom a grant answers cannot be told apart.
  'safeguard:grant_changed': fromN2,
  'safeguard:delegation_changed': (user, data) =>
    data.fromUserId === user.id || data.toUserId === user.id || fromN3(user, data),
  'safeguard:policy_changed': fromN2,
  'safeguard:policy_problem': fromN2,
  // Here they only say that runs changed; the supervision tells what they hold.
  'workflow:ticket_processed': nobody,
  'workflow:alert_detected': nobody,
  'workflow:error': nobody,
  'workflow:health_change': listeners,
  'auth:session_revoked': nobody,
  'chat:message_appended': (user, data) => data.userId === user.id,
}

/** Managers: the workflows whole, requests as everywhere, and nobody's conversations. */
const atSupervision: Readers = {
  ...atSafeguard,
  'workflow:ticket_processed': fromN3,
  'workflow:alert_detected': fromN3,
  'workflow:error': fromN3,
  'chat:message_appended': nobody,
}

/** A path where live events are told: to whom, and how much of each. */
export interface Door {
  path: string
  needed: Accreditation
  readers: Readers
}

export const safeguardDoor: Door = { path: '/api/safeguard/ws', needed: 'N1', readers: atSafeguard }
export const supervisionDoor: Door = { path: '/api/supervision/ws', needed: 'N3', readers: atSupervision }

/** Who may listen at a door. */
export function mayListen({ needed }: Door, { accreditation }: User): boolean {
  return hasAccreditation(accreditation, needed)
}

/**
 * May `user` read at a door what an event holds? Others get the bare event: they need its id to know that they missed
 * nothing, not what it is about.
 */
export function mayRead({ readers }: Door, user: User, { type, data }: HubEvent): boolean {
  return readers[type](user, data)
}
