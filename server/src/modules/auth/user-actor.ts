import type { User, UserActor } from '@hub/contracts'

/** A signed-in person as the one who acts. */
export function userActor(user: User): UserActor {
  const { id: userId, login, displayName, accreditation } = user
  return { type: 'user', userId, login, displayName, accreditation }
}
