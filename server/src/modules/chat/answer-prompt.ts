import type { ChatMessage } from '@hub/llm'
import type { ServerContext } from '../../context.ts'
import { listMessages } from './message.store.ts'
import { fitHistory } from './prompt/history.ts'
import { systemPrompt } from './prompt/system-prompt.ts'
import type { Citations } from './run/citations.ts'
import type { AnswerCommand } from './run-answer.ts'

const historyLength = 40

/** What the engine is given: the rules, the passages, and the newest part of the conversation. */
export async function promptOf(
  ctx: ServerContext,
  command: AnswerCommand,
  citations: Citations,
): Promise<ChatMessage[]> {
  const { conversationId, answerRank, user, mode } = command
  const rows = await listMessages(ctx.db, { conversationId, before: answerRank, limit: historyLength })
  const history = fitHistory(
    rows.reverse().map((row) => ({ role: row.role === 'user' ? 'user' : 'assistant', content: row.content })),
  )
  const content = systemPrompt({
    mode,
    locale: user.locale,
    now: ctx.clock.now(),
    passages: citations.sources,
  })
  return [{ role: 'system' as const, content }, ...history]
}

/** Modes without tools answer from passages that are searched beforehand. */
export async function quotePassages(
  ctx: ServerContext,
  command: AnswerCommand,
  work: { citations: Citations; signal: AbortSignal },
): Promise<void> {
  const { conversationId, answerRank, user } = command
  const [question] = await listMessages(ctx.db, { conversationId, before: answerRank, limit: 1 })
  if (!question) return
  const found = await ctx.knowledge({
    query: question.content.slice(0, 500),
    limit: 5,
    audience: user.accreditation,
    signal: work.signal,
  })
  work.citations.add(found.passages)
}
