import { ConflictError, type RecoveryCodes, type User } from '@hub/contracts'
import { type Change, inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { auditProof, wrongProofError } from '../step-up/wrong-proof.ts'
import { userActor } from '../user-actor.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'
import { openTotp } from './sealed-secret.ts'
import { enableSecondFactor, lockSecondFactor, replaceRecoveryCodes } from './second-factor.store.ts'
import { alreadyEnrolled, confirmWithinMs } from './start-two-factor.ts'
import { useCode } from './use-code.ts'

/**
 * The authenticator shows the right code: from now on it is what this person proves presence with.
 * @returns the recovery codes, shown this once
 * @throws ForbiddenError (wrong code), ConflictError (nothing started, too late, enrolled)
 */
export async function confirmTwoFactor(ctx: ServerContext, user: User, code: string): Promise<RecoveryCodes> {
  const codes = newRecoveryCodes()
  const isRight = await inTransaction(ctx, async (change) => {
    const key = ctx.env.HUB_ENCRYPTION_KEY
    const factor = await lockSecondFactor(change.tx, user.id)
    if (factor.enabledAt) throw alreadyEnrolled()
    assertStarted(factor.sealed && openTotp({ key, userId: user.id }, factor.sealed), change.now)
    const counts = await useCode(change, factor, { method: 'totp', code, key })
    await auditProof(change, user, { method: 'totp', isRight: counts })
    if (counts) await enable(change, user, codes)
    return counts
  })
  if (!isRight) throw wrongProofError('code')
  return { codes }
}

function assertStarted(enrolment: { startedAt: Date } | null, now: Date): void {
  if (!enrolment) throw new ConflictError('No enrolment was started', { reason: 'two_factor.not_started' })
  if (now.getTime() - enrolment.startedAt.getTime() >= confirmWithinMs)
    throw new ConflictError('The enrolment is too old: start again', { reason: 'two_factor.expired' })
}

async function enable(change: Change, user: User, codes: string[]): Promise<void> {
  await enableSecondFactor(change.tx, user.id, change.now)
  await replaceRecoveryCodes(change.tx, user.id, codes.map(recoveryCodeHash))
  await change.audit({
    actor: userActor(user),
    action: 'user.two_factor_on',
    subjectType: 'user',
    subjectId: user.id,
    details: { recoveryCodes: codes.length },
  })
}
