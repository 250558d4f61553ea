import type { User } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { findPasswordHash } from '../session.store.ts'
import { auditProof, wrongProofError } from './wrong-proof.ts'

/**
 * Checks the password of somebody who is signed in; a wrong one is written down.
 * @throws ForbiddenError when it is wrong
 */
export async function provePassword(ctx: ServerContext, user: User, password: string): Promise<void> {
  const hash = await findPasswordHash(ctx.db, user.id)
  if (await ctx.hasher.compare(password, hash)) return
  await inTransaction(ctx, (change) => auditProof(change, user, { method: 'password', isRight: false }))
  throw wrongProofError()
}
