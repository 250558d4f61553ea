import { ForbiddenError, type StepUpMethod, type User } from '@hub/contracts'
import type { Change } from '@hub/safeguard'
import { userActor } from '../user-actor.ts'

/** Reason of the refusal that counts as a guess. */
export const wrongProof = 'auth.step_up_wrong'

/**
 * The same words for a wrong and a used code; the session goes on. Where both a password and a code were given, they
 * do not tell which was wrong.
 */
export function wrongProofError(given: 'code' | 'any' = 'any'): ForbiddenError {
  return new ForbiddenError('Wrong password or code, or a code that was used', {
    reason: wrongProof,
    params: { given },
  })
}

/** Writes down that a person proved presence, or failed to; never what was typed. */
export function auditProof(
  change: Change,
  user: User,
  proof: { method: StepUpMethod; isRight: boolean },
): Promise<void> {
  return change.audit({
    actor: userActor(user),
    action: proof.isRight ? 'session.step_up' : 'session.step_up_refused',
    subjectType: 'user',
    subjectId: user.id,
    details: { method: proof.method },
  })
}
