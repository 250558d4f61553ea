import type { PasswordProof, User } from '@hub/contracts'
import type { ServerContext } from '../../../context.ts'
import { userActor } from '../user-actor.ts'
import { changeTwoFactor } from './change-two-factor.ts'
import { eraseSecondFactor } from './second-factor.store.ts'

/** Ends the second factor: presence is proved with the password again. Throws as `changeTwoFactor`. */
export async function endTwoFactor(ctx: ServerContext, user: User, proof: PasswordProof): Promise<void> {
  await changeTwoFactor(ctx, { user, proof }, async (change) => {
    await eraseSecondFactor(change.tx, user.id)
    await change.audit({
      actor: userActor(user),
      action: 'user.two_factor_off',
      subjectType: 'user',
      subjectId: user.id,
      details: {},
    })
  })
}
