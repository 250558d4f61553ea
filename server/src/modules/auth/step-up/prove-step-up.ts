import { ForbiddenError, type StepUp, type StepUpMethod, type User } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { lockSecondFactor, readSecondFactor } from '../two-factor/second-factor.store.ts'
import { useCode } from '../two-factor/use-code.ts'
import { provePassword } from './prove-password.ts'
import { auditProof, wrongProofError } from './wrong-proof.ts'

/**
 * Checks that the person of a session is there, by the method they have to use. A code is used up by it.
 * @returns the method, for the decision
 * @throws ForbiddenError when the proof is wrong or of the other method; the session goes on
 */
export async function proveStepUp(ctx: ServerContext, user: User, proof: StepUp): Promise<StepUpMethod> {
  const { enabledAt } = await readSecondFactor(ctx.db, user.id)
  assertMethod(proof, enabledAt !== null)
  if (proof.method === 'password') await provePassword(ctx, user, proof.password)
  const isRight = await inTransaction(ctx, async (change) => {
    const factor = await lockSecondFactor(change.tx, user.id)
    assertMethod(proof, factor.enabledAt !== null)
    const key = ctx.env.HUB_ENCRYPTION_KEY
    const counts = proof.method === 'password' || (await useCode(change, factor, { ...proof, key }))
    await auditProof(change, user, { method: proof.method, isRight: counts })
    return counts
  })
  if (!isRight) throw wrongProofError('code')
  return proof.method
}

function assertMethod({ method }: StepUp, isEnrolled: boolean): void {
  if (method === 'password' && isEnrolled)
    throw new ForbiddenError('Use a code of your authenticator, or a recovery code', {
      reason: 'auth.step_up_totp',
    })
  if (method !== 'password' && !isEnrolled)
    throw new ForbiddenError('You have no authenticator: use your password', {
      reason: 'auth.step_up_password',
    })
}
