import type { Locale, User } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { saveLocale } from './session.store.ts'
import { userActor } from './user-actor.ts'

/** Keeps the language a person chose. @returns the person */
export async function updateLocale(ctx: ServerContext, user: User, locale: Locale): Promise<User> {
  return inTransaction(ctx, async (change) => {
    const changed = await saveLocale(change.tx, user.id, locale)
    await change.audit({
      actor: userActor(user),
      action: 'user.update',
      subjectType: 'user',
      subjectId: user.id,
      details: { locale },
    })
    return changed
  })
}
