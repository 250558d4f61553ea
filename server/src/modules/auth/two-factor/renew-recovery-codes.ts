import type { PasswordProof, RecoveryCodes, User } from '@hub/contracts'
import type { ServerContext } from '../../../context.ts'
import { userActor } from '../user-actor.ts'
import { changeTwoFactor } from './change-two-factor.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'
import { replaceRecoveryCodes } from './second-factor.store.ts'

/** @returns new recovery codes, shown this once; the earlier ones count no more. Throws as `changeTwoFactor` */
export async function renewRecoveryCodes(
  ctx: ServerContext,
  user: User,
  proof: PasswordProof,
): Promise<RecoveryCodes> {
  const codes = newRecoveryCodes()
  await changeTwoFactor(ctx, { user, proof }, async (change) => {
    await replaceRecoveryCodes(change.tx, user.id, codes.map(recoveryCodeHash))
    await change.audit({
      actor: userActor(user),
      action: 'user.recovery_codes',
      subjectType: 'user',
      subjectId: user.id,
      details: { recoveryCodes: codes.length },
    })
  })
  return { codes }
}
