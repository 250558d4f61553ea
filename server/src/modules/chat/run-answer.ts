import { type ChatMode, hasAccreditation, modeLimitSeconds, type User } from '@hub/contracts'
import type { ToolSession } from '@hub/kernel'
import type { ServerContext } from '../../context.ts'
import { userActor } from '../auth/index.ts'
import { promptOf, quotePassages } from './answer-prompt.ts'
import { conclude, type Draft, reasonOf, tellError } from './end-answer.ts'
import { fallbackNotice } from './engine.ts'
import { saveProgress } from './message.store.ts'
import { Citations } from './run/citations.ts'
import type { AnswerRun } from './run/run-registry.ts'
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

const progressMs = 1_000

/** Writes one answer from the first event to the stored record; never throws: every end is saved and told. */
export async function runAnswer(ctx: ServerContext, command: AnswerCommand): Promise<void> {
  const draft: Draft = {
    content: '',
    provider: null,
    model: null,
    notice: null,
    sources: [],
    error: null,
    promptTokens: 0,
    completionTokens: 0,
    estimated: false,
  }
  const progress = setInterval(() => {
    tellProgress(ctx, command, draft).catch((err: unknown) =>
      ctx.log.warn({ err, messageId: command.messageId }, 'progress not saved'),
    )
  }, progressMs)
  const timeLimit = AbortSignal.timeout(modeLimitSeconds[command.mode] * 1000)
  const signal = AbortSignal.any([command.run.stop.signal, timeLimit])
  try {
    const end = await answerWith(ctx, command, { draft, signal })
    await conclude(ctx, command, { draft, finishReason: end.finishReason })
  } catch (error) {
    const finishReason = reasonOf(command, timeLimit)
    if (finishReason === 'error') tellError(ctx, command, { draft, error })
    await conclude(ctx, command, { draft, finishReason })
  } finally {
    clearInterval(progress)
  }
}

/** An answer that is no longer open was stopped through another replica. */
async function tellProgress(ctx: ServerContext, command: AnswerCommand, draft: Draft): Promise<void> {
  const progress = { content: draft.content, now: ctx.clock.now() }
  const isOpen = await saveProgress(ctx.db, command.messageId, progress)
  if (!isOpen && !command.run.stream.isEnded) command.run.stop.abort('stopped')
}

async function answerWith(
  ctx: ServerContext,
  command: AnswerCommand,
  work: { draft: Draft; signal: AbortSignal },
): Promise<AnswerEnd> {
  const { user, mode, run } = command
  const { draft, signal } = work
  const citations = new Citations()
  if (mode === 'flash' || mode === 'redaction') await quotePassages(ctx, command, { citations, signal })
  const session = await openSession(ctx, command)
  try {
    return await writeAnswer({
      engine: ctx.engine,
      mode,
      locale: user.locale,
      messages: await promptOf(ctx, command, citations),
      session,
      tools: (await session?.list()) ?? [],
      stream: run.stream,
      citations,
      signal,
      onText: (text) => {
        draft.content += text
      },
      onProvider: (asked) => {
        if (draft.provider === asked.provider && draft.model === asked.model) return
        Object.assign(draft, asked, { sources: citations.sources })
        tellStart(command, draft)
      },
      onFallback: (fallback) => {
        draft.notice = fallbackNotice(fallback)
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

/** Tools belong to the assistant mode and to people from N1 up. */
async function openSession(ctx: ServerContext, command: AnswerCommand): Promise<ToolSession | null> {
  const { user, mode, conversationId, messageId } = command
  if (mode !== 'assistant' || !hasAccreditation(user.accreditation, 'N1')) return null
  return ctx.openTools({ actor: userActor(user), locale: user.locale, conversationId, messageId })
}
