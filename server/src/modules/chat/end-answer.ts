import { AppError, type LocalizedText, type MessageStatus, type StreamEvent } from '@hub/contracts'
import { LlmProviderError } from '@hub/llm'
import type { ServerContext } from '../../context.ts'
import { errorMessage } from '../../http/error-message.ts'
import { type AnswerRecord, completeAnswer } from './message.store.ts'
import { readTokenUsage } from './quota.ts'
import type { AnswerCommand } from './run-answer.ts'
import { tellStart } from './tell-start.ts'

export type FinishReason = Extract<StreamEvent, { type: 'done' }>['finishReason']
export type Draft = Omit<AnswerRecord, 'status' | 'now'>

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
  ctx.log[isKnown || error instanceof LlmProviderError ? 'warn' : 'error'](
    { err: error, messageId: command.messageId },
    'answer failed',
  )
  draft.error = isKnown
    ? { code: error.code, message: errorMessage(error, locale) }
    : { code: error instanceof LlmProviderError ? 'UPSTREAM_FAILED' : 'INTERNAL', message: failed[locale] }
  if (!command.run.stream.isStarted) tellStart(command, draft)
  const retryable = error instanceof LlmProviderError ? error.retryable : isKnown
  command.run.stream.emit({ type: 'error', ...draft.error, retryable })
}

const statusOf: Record<FinishReason, Exclude<MessageStatus, 'streaming'>> = {
  stop: 'complete',
  length: 'complete',
  round_limit: 'complete',
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
  const { run, messageId, user } = command
  const status = statusOf[end.finishReason]
  if (!run.stream.isStarted) tellStart(command, end.draft)
  try {
    await completeAnswer(ctx.db, messageId, { ...end.draft, status, now: ctx.clock.now() })
    const { promptTokens, completionTokens, estimated } = end.draft
    const usage = await readTokenUsage(ctx, user.id)
    const quota = { used: usage.used, limit: usage.quota }
    run.stream.emit({ type: 'usage', promptTokens, completionTokens, estimated, quota })
  } catch (err) {
    ctx.log.error({ err, messageId }, 'answer not saved')
  }
  run.stream.emit({ type: 'done', messageId, status, finishReason: end.finishReason })
}
