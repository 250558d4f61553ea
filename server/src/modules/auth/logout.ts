import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import type { RequestSession } from '../../http/session-on-request.ts'
import { revokeSession } from './session.store.ts'
import { userActor } from './user-actor.ts'

/** Ends the session on every replica at once: each request looks the session up, and sockets are closed by the event. */
export async function logout(ctx: ServerContext, session: RequestSession): Promise<void> {
  await inTransaction(ctx, async (change) => {
    await revokeSession(change.tx, session.id, change.now)
    change.emit('auth:session_revoked', { sessionId: session.id })
    await change.audit({
      actor: userActor(session.user),
      action: 'session.logout',
      subjectType: 'user',
      subjectId: session.user.id,
      details: { sessionId: session.id },
    })
  })
}
