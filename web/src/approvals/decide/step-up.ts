import { type Me, StepUp } from '@hub/contracts'
import { ApiError } from '../../lib/api-error.ts'

/** What a person types to prove presence. */
export interface StepUpDraft {
  value: string
  /** A recovery code in place of the authenticator. */
  isRecovery: boolean
}

export const emptyStepUp: StepUpDraft = { value: '', isRecovery: false }

/** By which method a draft proves presence, for a person who does it this `way`. */
export function stepUpMethod(way: Me['stepUp'], { isRecovery }: StepUpDraft): StepUp['method'] {
  if (way === 'password') return 'password'
  return isRecovery ? 'recovery' : 'totp'
}

/** The proof as the API takes it; undefined while what is typed cannot be one. */
export function stepUpOf(way: Me['stepUp'], draft: StepUpDraft): StepUp | undefined {
  const method = stepUpMethod(way, draft)
  if (method === 'password') return StepUp.safeParse({ method, password: draft.value }).data
  // Authenticators show their codes in two groups.
  const code = method === 'totp' ? draft.value.replaceAll(/\s/g, '') : draft.value.trim()
  return StepUp.safeParse({ method, code }).data
}

/** A refusal of the proof alone: what else was filled in stays good. */
export function isProofError(error: unknown): error is ApiError {
  return error instanceof ApiError && /^(auth|limit)\.step_up(_|$)/.test(error.reason ?? '')
}

/** The person has enrolled, or given up, an authenticator since the page was opened. */
export function isOtherWay(error: unknown): boolean {
  return error instanceof ApiError && /^auth\.step_up_(totp|password)$/.test(error.reason ?? '')
}
