import { ConflictError, type PasswordProof, type User, ValidationError } from '@hub/contracts'
import { type Change, inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { provePassword } from '../step-up/prove-password.ts'
import { auditProof, wrongProofError } from '../step-up/wrong-proof.ts'
import { lockSecondFactor, readSecondFactor, type SecondFactor } from './second-factor.store.ts'
import { useCode } from './use-code.ts'

const totpShape = /^\d{6}$/

/**
 * Changes an enrolled second factor once password and code are proved; the code is used up with the change.
 * @throws ForbiddenError (wrong proof), ValidationError (code missing), ConflictError (nothing is enrolled)
 */
export async function changeTwoFactor(
  ctx: ServerContext,
  by: { user: User; proof: PasswordProof },
  work: (change: Change) => Promise<void>,
): Promise<void> {
  const { user, proof } = by
  const { password, code } = proof
  assertEnrolled(await readSecondFactor(ctx.db, user.id))
  if (code === undefined)
    throw new ValidationError('Give a code of your authenticator, or a recovery code', {
      reason: 'two_factor.code_missing',
      fields: [{ path: 'code', message: 'is required' }],
    })
  await provePassword(ctx, user, password)
  const method = totpShape.test(code) ? 'totp' : 'recovery'
  const isRight = await inTransaction(ctx, async (change) => {
    const factor = await lockSecondFactor(change.tx, user.id)
    assertEnrolled(factor)
    const counts = await useCode(change, factor, { method, code, key: ctx.env.HUB_ENCRYPTION_KEY })
    await auditProof(change, user, { method, isRight: counts })
    if (counts) await work(change)
    return counts
  })
  if (!isRight) throw wrongProofError()
}

function assertEnrolled({ enabledAt }: SecondFactor): void {
  if (!enabledAt)
    throw new ConflictError('No authenticator is enrolled', { reason: 'two_factor.not_enrolled' })
}
