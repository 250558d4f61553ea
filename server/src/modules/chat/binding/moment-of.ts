import { type ConversationBinding, hasAccreditation } from '@hub/contracts'
import type { ServerContext } from '../../../context.ts'
import { readBinding } from '../conversation.store.ts'
import type { AnswerCommand } from '../run-answer.ts'
import { type MomentPart, readMoment } from './read-moment.ts'
import { withSession } from './with-session.ts'

/** What is known now of what a conversation is bound to. */
export interface Moment {
  binding: ConversationBinding
  /** When it was read. */
  at: Date
  parts: MomentPart[]
}

/** An answer does not wait longer for it, in milliseconds. */
const limitMs = 3_000
/** How long it is not read again, in milliseconds. */
const keepMs = 60_000
const mostKept = 500

const caches = new WeakMap<ServerContext, Map<string, Moment>>()

/**
 * The context of the moment of a bound conversation, for an answer in assistant mode to somebody who may use tools;
 * null for any other. It never fails: what could not be read says so.
 */
export async function momentOf(ctx: ServerContext, command: AnswerCommand): Promise<Moment | null> {
  const { user, mode, conversationId, run } = command
  if (mode !== 'assistant' || !hasAccreditation(user.accreditation, 'N1')) return null
  const binding = await readBinding(ctx.db, { id: conversationId, userId: user.id })
  if (!binding) return null
  const kept = caches.get(ctx) ?? new Map<string, Moment>()
  caches.set(ctx, kept)
  const key = JSON.stringify([conversationId, user.accreditation, binding])
  const known = kept.get(key)
  const at = ctx.clock.now()
  if (known && at.getTime() - known.at.getTime() < keepMs) return known
  const done = await withSession(
    ctx,
    { user, conversationId, limitMs, signal: run.stop.signal },
    (session, signal) => readMoment(session, binding, signal),
  )
  const parts = 'value' in done ? done.value : [{ about: binding.label, problem: done.problem }]
  const moment = { binding, at, parts }
  if (parts.every((part) => 'rows' in part)) keep(kept, key, moment)
  return moment
}

function keep(kept: Map<string, Moment>, key: string, moment: Moment): void {
  kept.delete(key)
  kept.set(key, moment)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
