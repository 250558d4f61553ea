import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import {
  AppError,
  ConflictError,
  type Conversation,
  glpiAddFollowup,
  type Locale,
  Source,
  type ToolCallRecord,
  type User,
} from '@hub/contracts'
import { longestCallMs, type ToolAnswer } from '@hub/kernel'
import { z } from 'zod'
import type { ServerContext } from '../../../context.ts'
import { userActor } from '../../auth/index.ts'
import type { MessageRow } from '../message.store.ts'
import { presentExecution } from '../present-message.ts'
import { claimFollowup, dropFollowup, findExecution, findFollowup, settleFollowup } from './followup.store.ts'
import { followupText } from './followup-text.ts'

export interface WriteCommand {
  user: User
  message: MessageRow
  conversation: Conversation
  ticketId: number
}

const Sources = z.array(Source)
/** How long a second click waits for the first one, and how often it looks, in milliseconds. */
const waitMs = 20_000
const lookMs = 200
/** A call without a record after this long never reached the gate, in milliseconds. */
const lostAfterMs = longestCallMs + 30_000

/**
 * Writes an answer to a ticket as a private followup, once; the gate decides. Asked again, it gives the same record.
 * @throws AppError as the gate refused the call; ConflictError when nobody knows whether it was written
 */
export async function writeFollowup(ctx: ServerContext, command: WriteCommand): Promise<ToolCallRecord> {
  const { message, ticketId } = command
  const key = { messageId: message.id, ticketId }
  const claim = { ...key, callId: randomUUID(), startedAt: ctx.clock.now() }
  if (!(await claimFollowup(ctx.db, claim))) {
    const record = await earlierRecord(ctx, key)
    if (record) return record
    if (!(await claimFollowup(ctx.db, claim))) throw unsettled()
  }
  return write(ctx, command, claim.callId)
}

/** The record says what happened; without one, a call whose answer was lost may still arrive: its place is kept. */
async function write(ctx: ServerContext, command: WriteCommand, callId: string): Promise<ToolCallRecord> {
  const { message, user } = command
  const called = await call(ctx, command, callId).catch((error: unknown) => ({ error }))
  const record = await findExecution(ctx.db, { callId, messageId: message.id })
  if (record && hasRun(record)) {
    await settleFollowup(ctx.db, callId, 'done')
    return presentExecution(record)
  }
  const isLost = 'code' in called && called.code === 'UPSTREAM_FAILED' && called.reason === undefined
  const isUnknown = 'code' in called && called.reason === 'tool.outcome_unknown'
  if (isUnknown || record?.status === 'running') await settleFollowup(ctx.db, callId, 'unknown')
  else if (record || !isLost) await dropFollowup(ctx.db, callId)
  throw 'error' in called ? called.error : told(called, user.locale)
}

const hasRun = ({ status }: { status: string }) => status === 'ok' || status === 'approval_required'

/** A refusal of the tool in its own words: they are many, and it has them in every language. */
function told(answer: ToolAnswer, locale: Locale): AppError {
  return new AppError('code' in answer ? answer.code : 'INTERNAL', answer.summary.en, {
    reason: 'tool.told',
    params: { text: answer.summary[locale] },
  })
}

/** Exactly what is written to the ticket. */
export function contentOf({ user, message, conversation }: Omit<WriteCommand, 'ticketId'>): string {
  return followupText({
    content: message.content.trim(),
    author: user.displayName,
    conversation,
    provider: message.provider,
    model: message.model,
    answeredAt: message.completedAt ?? message.createdAt,
    complete: message.status === 'complete',
    sources: Sources.parse(message.sources),
    locale: user.locale,
  })
}

async function call(ctx: ServerContext, command: WriteCommand, callId: string): Promise<ToolAnswer> {
  const { user, message, conversation, ticketId } = command
  const { locale } = user
  const content = contentOf(command)
  const ids = { conversationId: conversation.id, messageId: message.id }
  const session = await ctx.openTools({ actor: userActor(user), locale, ...ids })
  try {
    const signal = AbortSignal.timeout(longestCallMs)
    const args = { ticketId, content, isPrivate: true }
    return await session.call({ name: glpiAddFollowup.name, arguments: args, callId, signal })
  } finally {
    await session.close().catch((err: unknown) => ctx.log.warn({ err }, 'tools not closed'))
  }
}

/** What became of the call that was first; null when it came to nothing and the place is free. */
async function earlierRecord(
  ctx: ServerContext,
  key: { messageId: string; ticketId: number },
): Promise<ToolCallRecord | null> {
  const until = Date.now() + waitMs
  for (;;) {
    const earlier = await findFollowup(ctx.db, key)
    if (!earlier) return null
    const record = await findExecution(ctx.db, { callId: earlier.callId, messageId: key.messageId })
    if (record && hasRun(record)) return presentExecution(record)
    const age = ctx.clock.now().getTime() - earlier.startedAt.getTime()
    if (earlier.state === 'unknown' || Date.now() > until || (age > lostAfterMs && record)) throw unsettled()
    if (age > lostAfterMs) {
      await dropFollowup(ctx.db, earlier.callId)
      return null
    }
    await wait(lookMs)
  }
}

function unsettled(): ConflictError {
  return new ConflictError('It is not known whether the followup was written', {
    reason: 'chat.followup_unknown',
  })
}
