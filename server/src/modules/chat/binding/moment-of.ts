import { type ConversationBinding, hasAccreditation, type LocalizedText } from '@hub/contracts'
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
  const { user, mode, conversationId } = command
  if (mode !== 'assistant' || !hasAccreditation(user.accreditation, 'N1')) return null
  const binding = await readBinding(ctx.db, { id: conversationId, userId: user.id })
  if (!binding) return null
  const kept = caches.get(ctx) ?? new Map<string, Moment>()
  caches.set(ctx, kept)
  const key = JSON.stringify([conversationId, user.accreditation, binding])
  const known = kept.get(key)
  const at = ctx.clock.now()
  if (known && at.getTime() - known.at.getTime() < keepMs) return known
  const parts = await readParts(ctx, command, binding)
  const moment = { binding, at, parts }
  if (parts.every((part) => 'rows' in part)) keep(kept, key, moment)
  return moment
}

const unread: LocalizedText = { fr: 'La lecture a échoué.', en: 'The reading failed.' }

async function readParts(
  ctx: ServerContext,
  { user, conversationId, run, messageId }: AnswerCommand,
  binding: ConversationBinding,
): Promise<MomentPart[]> {
  const topic = binding.kind === 'ticket' ? 'ticket' : 'alerts'
  const failed = (problem: LocalizedText): MomentPart[] => [{ topic, about: binding.label, problem }]
  const work = { user, conversationId, limitMs, signal: run.stop.signal }
  try {
    const done = await withSession(ctx, work, (session, signal) => readMoment(session, binding, signal))
    return 'value' in done ? done.value : failed(done.problem)
  } catch (err) {
    ctx.log.warn({ err, messageId }, 'moment not read')
    return failed(unread)
  }
}

function keep(kept: Map<string, Moment>, key: string, moment: Moment): void {
  kept.delete(key)
  kept.set(key, moment)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
