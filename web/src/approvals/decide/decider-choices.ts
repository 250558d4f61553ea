import { type Approval, hasAccreditation, type User } from '@hub/contracts'

export interface DeciderChoice {
  /** Undefined for one's own name. */
  onBehalfOf: string | undefined
  displayName: string
}

/** In whose names a person may decide on a request, their own first; empty when in none. */
export function deciderChoices(
  { you, approverLevel }: Pick<Approval, 'you' | 'approverLevel'>,
  user: Pick<User, 'accreditation' | 'displayName'>,
): DeciderChoice[] {
  if (!you.canDecide) return []
  const own = hasAccreditation(user.accreditation, approverLevel)
  return [
    ...(own ? [{ onBehalfOf: undefined, displayName: user.displayName }] : []),
    ...you.mayActFor.map(({ userId, displayName }) => ({ onBehalfOf: userId, displayName })),
  ]
}
