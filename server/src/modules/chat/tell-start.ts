import type { Draft } from './run/draft.ts'
import type { AnswerCommand } from './run-answer.ts'

/**
 * Tells who answers, and the passages given so far. It is told again when another engine takes over: the last one
 * counts. An answer that ends before any engine was asked names none.
 */
export function tellStart(command: AnswerCommand, draft: Draft): void {
  const { run, messageId, conversationId, questionId, mode } = command
  run.stream.emit({
    type: 'start',
    messageId,
    conversationId,
    userMessageId: questionId,
    mode,
    provider: draft.provider ?? '',
    model: draft.model ?? '',
    notice: draft.notice,
  })
  if (draft.sources.length > 0) run.stream.emit({ type: 'sources', items: draft.sources })
}
