import type { HubEvent, User } from '@hub/contracts'

/**
 * May `user` read what an event holds? Others get the bare event: they need its id to know that they missed nothing,
 * not what it is about.
 */
export function mayRead(user: User, event: HubEvent): boolean {
  if (event.type.startsWith('auth:')) return false
  return event.type !== 'chat:message_appended' || event.data.userId === user.id
}
