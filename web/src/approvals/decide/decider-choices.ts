import { type Approval, hasAccreditation, type User } from '@hub/contracts'

export interface DeciderChoice {
  /** Undefined for one's own name. */
  onBehalfOf: string | undefined
  displayName: string
}

type Request = Pick<Approval, 'you' | 'approverLevel'>

/** In whose names a person may decide on all of these requests, their own first; empty when in none. */
export function deciderChoices(
  requests: readonly Request[],
  user: Pick<User, 'accreditation' | 'displayName'>,
): DeciderChoice[] {
  const [first, ...others] = requests.map((request) => choicesOf(request, user))
  return (first ?? []).filter((choice) =>
    others.every((choices) => choices.some(({ onBehalfOf }) => onBehalfOf === choice.onBehalfOf)),
  )
}

function choicesOf(
  { you, approverLevel }: Request,
  user: Pick<User, 'accreditation' | 'displayName'>,
): DeciderChoice[] {
  if (!you.canDecide) return []
  const own = hasAccreditation(user.accreditation, approverLevel)
  return [
    ...(own ? [{ onBehalfOf: undefined, displayName: user.displayName }] : []),
    ...you.mayActFor.map(({ userId, displayName }) => ({ onBehalfOf: userId, displayName })),
  ]
}
