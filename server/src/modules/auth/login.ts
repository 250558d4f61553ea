import { type LoginInput, type LoginResult, UnauthorizedError, type User } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { findAccount, insertSession } from './session.store.ts'
import { signToken } from './token.ts'
import { userActor } from './user-actor.ts'

const hourMs = 3_600_000

/**
 * Opens a session. An unknown login, a wrong password and a deactivated user get the same answer,
 * after the same work.
 * @throws UnauthorizedError
 */
export async function login(ctx: ServerContext, input: LoginInput): Promise<LoginResult> {
  const account = await findAccount(ctx.db, input.login)
  const isRight = await ctx.hasher.compare(input.password, account?.passwordHash ?? ctx.decoyHash)
  if (!account?.isActive || !isRight) {
    await auditRefusal(ctx, input.login, account?.user)
    throw new UnauthorizedError('Wrong login or password', { reason: 'auth.credentials' })
  }
  const { user } = account
  const expiresAt = new Date(ctx.clock.now().getTime() + ctx.env.JWT_EXPIRE_HOURS * hourMs)
  const id = await inTransaction(ctx, async (change) => {
    const sessionId = await insertSession(change.tx, { userId: user.id, now: change.now, expiresAt })
    await change.audit({
      actor: userActor(user),
      action: 'session.login',
      subjectType: 'user',
      subjectId: user.id,
      details: { sessionId },
    })
    return sessionId
  })
  const token = signToken(ctx.env.JWT_SECRET, { id, userId: user.id, expiresAt })
  return { user, token, expiresAt: expiresAt.toISOString() }
}

/** What was typed is not kept when it is no account: people type passwords into the wrong field. */
async function auditRefusal(ctx: ServerContext, typed: string, user: User | undefined): Promise<void> {
  await inTransaction(ctx, (change) =>
    change.audit({
      actor: { type: 'system', name: 'server' },
      action: 'session.refused',
      subjectType: 'user',
      subjectId: user?.id ?? 'unknown',
      details: user ? { login: typed.toLowerCase() } : {},
    }),
  )
}
