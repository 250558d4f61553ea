import { AppError, type LocalizedText, type MessageStatus, type StreamEvent } from '@hub/contracts'
import { LlmProviderError } from '@hub/llm'
import type { ServerContext } from '../../context.ts'
import { errorMessage } from '../../http/error-message.ts'
import { readTokenUsage } from './quota.ts'
import { numberEvent } from './run/answer-stream.ts'
import type { Draft } from './run/draft.ts'
import type { AnswerCommand } from './run-answer.ts'
import { completeAnswer } from './streams/answer-end.store.ts'
import { batchOf } from './streams/answer-log.ts'
import { tellStart } from './tell-start.ts'

export type FinishReason = Extract<StreamEvent, { type: 'done' }>['finishReason']

/** Why an answer was cut short. */
export function reasonOf({ run }: AnswerCommand, timeLimit: AbortSignal): FinishReason {
  if (run.stop.signal.aborted) return run.stop.signal.reason === 'interrupted' ? 'interrupted' : 'stopped'
  return timeLimit.aborted ? 'time_limit' : 'error'
}

const failed: LocalizedText = {
  fr: 'La réponse n’a pas pu être écrite : aucun moteur ne répond.',
  en: 'The answer could not be written: no engine answers.',
}

/** Keeps and tells what went wrong, without the words of an unknown error. */
export function tellError(
  ctx: ServerContext,
  command: AnswerCommand,
  failure: { draft: Draft; error: unknown },
): void {
  const { error, draft } = failure
  const { locale } = command.user
  const isKnown = error instanceof AppError
  ctx.log[isKnown ? 'warn' : 'error']({ err: error, messageId: command.messageId }, 'answer failed')
  draft.error = isKnown
    ? { code: error.code, message: errorMessage(error, locale) }
    : { code: 'INTERNAL', message: failed[locale] }
  if (!command.run.stream.isStarted) tellStart(command, draft)
  const retryable = error instanceof LlmProviderError ? error.retryable : isKnown
  command.run.stream.emit({ type: 'error', ...draft.error, retryable })
}

const statusOf: Record<FinishReason, Exclude<MessageStatus, 'streaming'>> = {
  stop: 'complete',
  length: 'complete',
  round_limit: 'complete',
  token_limit: 'interrupted',
  time_limit: 'interrupted',
  interrupted: 'interrupted',
  stopped: 'stopped',
  error: 'failed',
}

/** Saves the end of an answer and tells it; the answer ends even when it cannot be saved. */
export async function conclude(
  ctx: ServerContext,
  command: AnswerCommand,
  end: { draft: Draft; finishReason: FinishReason },
): Promise<void> {
  const { run, messageId } = command
  const { finishReason } = end
  if (!run.stream.isStarted) tellStart(command, end.draft)
  count(command, end)
  const done: StreamEvent = { type: 'done', messageId, status: statusOf[finishReason], finishReason }
  try {
    run.stream.emit(await save(ctx, command, { ...end, done }))
  } catch (err) {
    ctx.log.error({ err, messageId }, 'answer not saved')
    await run.log.close(messageId)
  }
  run.stream.emit(done)
}

/** @returns the `usage` event, which is stored with `done` and everything before */
async function save(
  ctx: ServerContext,
  command: AnswerCommand,
  end: { draft: Draft; finishReason: FinishReason; done: StreamEvent },
): Promise<StreamEvent> {
  const { run, messageId, user, mode } = command
  const { toldNotice: _, startedAt: __, ...kept } = end.draft
  const { promptTokens, completionTokens, estimated } = kept
  const [{ quota: limit }, unstored] = await Promise.all([
    readTokenUsage(ctx, user.id),
    run.log.close(messageId),
  ])
  const usageOf = (used: number): StreamEvent => ({
    type: 'usage',
    promptTokens,
    completionTokens,
    estimated,
    quota: { used, limit },
  })
  const { lastId } = run.stream
  const used = await completeAnswer(ctx.db, {
    messageId,
    userId: user.id,
    mode,
    record: { ...kept, status: statusOf[end.finishReason], finishReason: end.finishReason },
    now: ctx.clock.now(),
    lastEvents: (spent) =>
      batchOf(messageId, [
        ...unstored,
        numberEvent(lastId + 1, usageOf(spent)),
        numberEvent(lastId + 2, end.done),
      ]),
  })
  return usageOf(used)
}

function count({ run, mode }: AnswerCommand, end: { draft: Draft; finishReason: FinishReason }): void {
  const { provider, promptTokens, completionTokens, estimated } = end.draft
  const by = { provider: provider ?? '', estimated: String(estimated) }
  run.metrics.answers.inc({ mode, provider: by.provider, reason: end.finishReason })
  run.metrics.tokens.inc({ ...by, kind: 'prompt' }, promptTokens)
  run.metrics.tokens.inc({ ...by, kind: 'completion' }, completionTokens)
}
