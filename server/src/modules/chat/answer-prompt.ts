import type { ChatMode } from '@hub/contracts'
import type { ChatMessage } from '@hub/llm'
import type { ServerContext } from '../../context.ts'
import { listMessageAttachments, readAttachedText } from './attachments/message-attachments.store.ts'
import { momentOf } from './binding/moment-of.ts'
import { type AttachedData, attachedData, longestQuote } from './prompt/attached-data.ts'
import { fitHistory } from './prompt/history.ts'
import { momentData } from './prompt/moment.ts'
import { type BranchMessage, readBranch } from './prompt/read-branch.store.ts'
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
  work: { citations: Citations; signal: AbortSignal },
): Promise<Prompt> {
  const { messageId, user, mode } = command
  const [answer, ...rows] = await readBranch(ctx.db, { from: messageId, limit: historyLength + 1 })
  const question = rows.find(({ id }) => id === command.questionId)
  const [files, moment] = await Promise.all([
    readFiles(ctx, rows),
    momentOf(ctx, command),
    quotePassages(ctx, command, { ...work, query: question?.content ?? '' }),
  ])
  const { kept, missing } = fitHistory(rows.toReversed().map(saidBy))
  const unread = Math.max(0, (answer?.depth ?? 0) - rows.length)
  const rules = systemPrompt({
    mode,
    locale: user.locale,
    now: ctx.clock.now(),
    passages: work.citations.sources,
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
}: BranchMessage): Pick<ChatMessage, 'role' | 'content' | 'provider'> {
  if (role === 'user') return { role: 'user', content }
  const provider = (['ollama', 'mistral', 'builtin'] as const).find((id) => id === stored)
  return { role: 'assistant', content, ...(provider && { provider }) }
}

/** Data has a message of its own: what outsiders wrote has no place among the rules. */
function quote(lines: string[]): ChatMessage[] {
  return lines.length === 0 ? [] : [{ role: 'user', content: lines.join('\n'), isData: true }]
}

/** The files of a branch, those of the newest question first; one that was given again counts once. */
async function readFiles(ctx: ServerContext, rows: BranchMessage[]): Promise<AttachedData[]> {
  const given = rows.filter(({ hasFiles }) => hasFiles).map(({ id }) => id)
  if (given.length === 0) return []
  const byMessage = await listMessageAttachments(ctx.db, given)
  const all = rows.flatMap(({ id }) => byMessage.get(id) ?? [])
  const files = [...new Map(all.map((file) => [file.id, file])).values()].slice(0, mostFiles)
  return Promise.all(
    files.map(async (attachment) => ({
      attachment,
      text: await readAttachedText(ctx.db, attachment.id, longestQuote),
    })),
  )
}

/** The modes that answer from passages, which are searched beforehand. */
const quotingModes = new Set<ChatMode>(['flash', 'redaction'])
const longestQuery = 500

async function quotePassages(
  ctx: ServerContext,
  { mode, user }: AnswerCommand,
  { citations, signal, query }: { citations: Citations; signal: AbortSignal; query: string },
): Promise<void> {
  if (!quotingModes.has(mode) || query === '') return
  const found = await ctx.knowledge({
    query: query.slice(0, longestQuery),
    limit: 5,
    audience: user.accreditation,
    signal,
  })
  citations.add(found.passages)
}
