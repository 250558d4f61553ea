import { type ChatMode, hasAccreditation, type User } from '@hub/contracts'
import type { ToolSession } from '@hub/kernel'
import type { ServerContext } from '../../context.ts'
import { userActor } from '../auth/index.ts'
import { promptOf } from './answer-prompt.ts'
import { conclude, reasonOf, tellError } from './end-answer.ts'
import { fallbackNotice, joinNotices, withoutToolsNotice } from './providers/notices.ts'
import { isQuotaSpent } from './quota.ts'
import { Citations } from './run/citations.ts'
import { closingText } from './run/closing-text.ts'
import { type Draft, emptyDraft } from './run/draft.ts'
import type { AnswerRun } from './run/run-registry.ts'
import { ToolJournal } from './run/tool-journal.ts'
import type { ToolWork } from './run/tool-work.ts'
import { type AnswerEnd, writeAnswer } from './run/write-answer.ts'
import { tellStart } from './tell-start.ts'

export interface AnswerCommand {
  run: AnswerRun
  user: User
  mode: ChatMode
  conversationId: string
  messageId: string
  questionId: string
  answerRank: bigint
}

interface Work {
  draft: Draft
  journal: ToolJournal
  signal: AbortSignal
}

/** Writes one answer from the first event to the stored record; never throws: every end is saved and told. */
export async function runAnswer(ctx: ServerContext, command: AnswerCommand): Promise<void> {
  const { run, messageId, mode, user } = command
  const draft = emptyDraft()
  run.log.open({ messageId, stream: run.stream, stop: run.stop, content: () => draft.content })
  const seconds = secondsOf(ctx, mode)
  const limit = AbortSignal.timeout(seconds * 1000)
  const work: Work = {
    draft,
    journal: new ToolJournal(),
    signal: AbortSignal.any([run.stop.signal, limit]),
  }
  const finishReason = await answerWith(ctx, command, work).then(
    (end) => end.finishReason,
    (error: unknown) => {
      const reason = reasonOf(command, limit)
      if (reason === 'error') tellError(ctx, command, { draft, error })
      return reason
    },
  )
  const { CHAT_MAX_TOOL_ROUNDS: maxRounds } = ctx.env
  const hasText = draft.content.trim() !== ''
  const { journal } = work
  const { locale } = user
  const closing = closingText({ reason: finishReason, mode, locale, hasText, journal, maxRounds, seconds })
  if (closing !== '') writeText(command, draft, closing)
  await conclude(ctx, command, { draft, finishReason })
}

function secondsOf({ env }: ServerContext, mode: ChatMode): number {
  return {
    flash: env.CHAT_SECONDS_FLASH,
    code: env.CHAT_SECONDS_CODE,
    redaction: env.CHAT_SECONDS_REDACTION,
    assistant: env.CHAT_SECONDS_ASSISTANT,
  }[mode]
}

function writeText(command: AnswerCommand, draft: Draft, text: string): void {
  const { run, mode } = command
  if (!run.stream.isStarted) tellStart(command, draft)
  if (draft.content === '') {
    const seconds = (performance.now() - draft.startedAt) / 1000
    run.metrics.firstText.observe({ mode, provider: draft.provider ?? '' }, seconds)
  }
  draft.content += text
  run.stream.emit({ type: 'delta', text })
}

async function answerWith(ctx: ServerContext, command: AnswerCommand, work: Work): Promise<AnswerEnd> {
  const { user, mode, run } = command
  const { draft, signal } = work
  const citations = new Citations()
  const [session, prompt] = await openBoth(ctx, command, { citations, signal })
  try {
    return await writeAnswer({
      engine: ctx.engine,
      mode,
      locale: user.locale,
      ...prompt,
      work: session && (await toolWork(ctx, command, { ...work, session, citations })),
      citations,
      maxRounds: ctx.env.CHAT_MAX_TOOL_ROUNDS,
      signal,
      isQuotaSpent: () =>
        isQuotaSpent(ctx, { userId: user.id, spent: draft.promptTokens + draft.completionTokens }),
      onText: (text) => writeText(command, draft, text),
      onProvider: (asked) => {
        // What a model began stays its own: only the whole words of the built-in engine are taken for its questions.
        const isBegun = asked.provider === 'builtin' && draft.provider !== null && draft.content !== ''
        const named = isBegun ? { provider: draft.provider, model: draft.model } : asked
        const isTold = draft.provider === named.provider && draft.model === named.model
        if (isTold && draft.toldNotice === draft.notice) return
        Object.assign(draft, named, { sources: citations.sources, toldNotice: draft.notice })
        tellStart(command, draft)
      },
      onFallback: (fallback) => {
        draft.notice = fallbackNotice(fallback)
      },
      onWithoutTools: ({ model }) => {
        draft.notice = joinNotices(draft.notice, withoutToolsNotice(model))
      },
      onInventedCitations: (count) => {
        draft.inventedCitations += count
        run.metrics.inventedCitations.inc(count)
      },
      onUsage: (usage) => {
        draft.promptTokens += usage.promptTokens
        draft.completionTokens += usage.completionTokens
        draft.estimated ||= usage.estimated
      },
    })
  } finally {
    draft.sources = citations.sources
    await session?.close()
  }
}

/** The tools are reached while the conversation is read. */
async function openBoth(
  ctx: ServerContext,
  command: AnswerCommand,
  work: { citations: Citations; signal: AbortSignal },
) {
  const opening = openSession(ctx, command)
  try {
    return await Promise.all([opening, promptOf(ctx, command, work)])
  } catch (error) {
    const session = await opening.catch(() => null) // told by the error that is thrown
    await session?.close()
    throw error
  }
}

async function toolWork(
  ctx: ServerContext,
  { run, user }: AnswerCommand,
  parts: Work & { session: ToolSession; citations: Citations },
): Promise<ToolWork> {
  const { session, citations, journal, signal } = parts
  return {
    session,
    offered: new Map((await session.list()).map((tool) => [tool.name, tool])),
    stream: run.stream,
    citations,
    journal,
    metrics: run.metrics,
    wrongCalls: new Map(),
    locale: user.locale,
    readTimeoutMs: ctx.env.CHAT_READ_TIMEOUT_SECONDS * 1000,
    signal,
  }
}

/** Tools belong to the assistant mode and to people from N1 up. */
async function openSession(ctx: ServerContext, command: AnswerCommand): Promise<ToolSession | null> {
  const { user, mode, conversationId, messageId } = command
  if (mode !== 'assistant' || !hasAccreditation(user.accreditation, 'N1')) return null
  return ctx.openTools({ actor: userActor(user), locale: user.locale, conversationId, messageId })
}
