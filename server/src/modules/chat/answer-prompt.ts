import type { ChatMessage } from '@hub/llm'
import type { ServerContext } from '../../context.ts'
import { listMessageAttachments, readAttachedText } from './attachments/message-attachments.store.ts'
import { momentOf } from './binding/moment-of.ts'
import { listPath } from './branches/path.store.ts'
import { findMessageOf, type MessageRow } from './message.store.ts'
import { type AttachedData, attachedData, longestQuote } from './prompt/attached-data.ts'
import { fitHistory } from './prompt/history.ts'
import { momentData } from './prompt/moment.ts'
import { systemPrompt } from './prompt/system-prompt.ts'
import type { Citations } from './run/citations.ts'
import type { AnswerCommand } from './run-answer.ts'

const historyLength = 40
/** Files of the branch that are quoted, at most. */
const mostFiles = 10

export interface Prompt {
  messages: ChatMessage[]
  /** The oldest messages of the branch that are not among them. */
  missing: number
}

/**
 * What the engine is given: the rules with the passages, the newest part of the branch, and, before the question, what
 * is bound and attached.
 */
export async function promptOf(
  ctx: ServerContext,
  command: AnswerCommand,
  citations: Citations,
): Promise<Prompt> {
  const { messageId, user, mode } = command
  const [answer, ...rows] = await listPath(ctx.db, { from: messageId, limit: historyLength + 1 })
  const [files, moment] = await Promise.all([readFiles(ctx, rows), momentOf(ctx, command)])
  const { kept, missing } = fitHistory(rows.reverse().map(saidBy))
  const unread = Math.max(0, (answer?.depth ?? 0) - rows.length)
  const rules = systemPrompt({
    mode,
    locale: user.locale,
    now: ctx.clock.now(),
    passages: citations.sources,
  })
  // No provider is shown images today: one that sees takes their bytes here, and says so.
  const data = [momentData(moment), attachedData(files, { sees: false })].flatMap(quote)
  const asked = kept.findLastIndex(({ role }) => role === 'user')
  const messages = [{ role: 'system' as const, content: rules }, ...kept.toSpliced(asked, 0, ...data)]
  return { messages, missing: missing + unread }
}

function saidBy({
  role,
  content,
  provider: stored,
}: MessageRow): Pick<ChatMessage, 'role' | 'content' | 'provider'> {
  if (role === 'user') return { role: 'user', content }
  const provider = (['ollama', 'mistral', 'builtin'] as const).find((id) => id === stored)
  return { role: 'assistant', content, ...(provider && { provider }) }
}

/** Data has a message of its own: what outsiders wrote has no place among the rules. */
function quote(lines: string[]): ChatMessage[] {
  return lines.length === 0 ? [] : [{ role: 'user', content: lines.join('\n'), isData: true }]
}

/** The files of a branch, those of the newest question first; one that was given again counts once. */
async function readFiles(ctx: ServerContext, rows: MessageRow[]): Promise<AttachedData[]> {
  const byMessage = await listMessageAttachments(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const all = rows.flatMap(({ id }) => byMessage.get(id) ?? [])
  const files = [...new Map(all.map((file) => [file.id, file])).values()].slice(0, mostFiles)
  return Promise.all(
    files.map(async (attachment) => ({
      attachment,
      text: await readAttachedText(ctx.db, attachment.id, longestQuote),
    })),
  )
}

/** Modes without tools answer from passages that are searched beforehand. */
export async function quotePassages(
  ctx: ServerContext,
  command: AnswerCommand,
  work: { citations: Citations; signal: AbortSignal },
): Promise<void> {
  const question = await findMessageOf(ctx.db, command.questionId)
  if (!question) return
  const found = await ctx.knowledge({
    query: question.content.slice(0, 500),
    limit: 5,
    audience: command.user.accreditation,
    signal: work.signal,
  })
  work.citations.add(found.passages)
}
