import { ContextMoment, type ConversationBinding, type User } from '@hub/contracts'
import type { ServerContext } from '../../../context.ts'
import { readMoment } from './read-moment.ts'
import { withSession } from './with-session.ts'

/** A person who looks waits longer than an answer, in milliseconds. */
const limitMs = 8_000

/** What is known now of a ticket, client or device, with the rights of the user; what is ill says so. */
export async function showMoment(
  ctx: ServerContext,
  user: User,
  binding: ConversationBinding,
): Promise<ContextMoment> {
  const at = ctx.clock.now().toISOString()
  const done = await withSession(ctx, { user, limitMs }, (session, signal) =>
    readMoment(session, binding, signal),
  )
  const topic = binding.kind === 'ticket' ? 'ticket' : 'alerts'
  const parts = 'value' in done ? done.value : [{ topic, problem: done.problem }]
  const nothing = { rows: [], total: 0, complete: false }
  return ContextMoment.parse({ at, parts: parts.map((part) => ({ problem: null, ...nothing, ...part })) })
}
