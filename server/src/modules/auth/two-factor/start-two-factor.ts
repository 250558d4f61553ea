import { ConflictError, type PasswordProof, type TwoFactorEnrolment, type User } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { provePassword } from '../step-up/prove-password.ts'
import { userActor } from '../user-actor.ts'
import { sealTotp } from './sealed-secret.ts'
import { keepUnconfirmed, lockSecondFactor } from './second-factor.store.ts'
import { newTotpSecret, totpUri } from './totp.ts'

/** An enrolment that nobody confirmed in this time is void. */
export const confirmWithinMs = 10 * 60_000

/**
 * Makes a secret for an authenticator; nothing counts before a code confirms it. Starting again voids the one before.
 * @throws ForbiddenError (wrong password), ConflictError (one is enrolled)
 */
export async function startTwoFactor(
  ctx: ServerContext,
  user: User,
  proof: PasswordProof,
): Promise<TwoFactorEnrolment> {
  await provePassword(ctx, user, proof.password)
  const secret = newTotpSecret()
  const expiresAt = await inTransaction(ctx, async (change) => {
    const { enabledAt } = await lockSecondFactor(change.tx, user.id)
    if (enabledAt) throw alreadyEnrolled()
    const box = { key: ctx.env.HUB_ENCRYPTION_KEY, userId: user.id }
    await keepUnconfirmed(change.tx, user.id, sealTotp(box, { secret, startedAt: change.now }))
    await change.audit({
      actor: userActor(user),
      action: 'user.two_factor_start',
      subjectType: 'user',
      subjectId: user.id,
      details: {},
    })
    return new Date(change.now.getTime() + confirmWithinMs)
  })
  return { secret, uri: totpUri(secret, user.login), expiresAt: expiresAt.toISOString() }
}

export function alreadyEnrolled(): ConflictError {
  return new ConflictError('An authenticator is enrolled: end it first', { reason: 'two_factor.enrolled' })
}
