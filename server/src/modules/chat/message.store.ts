import type { ChatMode, ErrorCode, LocalizedText, MessageStatus, Source } from '@hub/contracts'
import { type Db, Prisma, type Tx } from '@hub/prisma'

export type MessageRow = Prisma.MessageGetPayload<object>
export type ExecutionRow = Prisma.ToolExecutionGetPayload<object>

export async function insertUserMessage(
  tx: Tx,
  message: { conversationId: string; mode: ChatMode; content: string; now: Date },
): Promise<MessageRow> {
  const { now, ...columns } = message
  return tx.message.create({
    data: { ...columns, role: 'user', status: 'complete', createdAt: now, completedAt: now },
  })
}

export async function insertAnswer(
  tx: Tx,
  answer: { conversationId: string; mode: ChatMode; now: Date },
): Promise<MessageRow> {
  const { now, ...columns } = answer
  return tx.message.create({
    data: { ...columns, role: 'assistant', content: '', status: 'streaming', createdAt: now, aliveAt: now },
  })
}

/** Saves what is written so far, and that somebody is writing. @returns false when the answer was ended elsewhere */
export async function saveProgress(
  db: Db,
  id: string,
  progress: { content: string; now: Date },
): Promise<boolean> {
  const { count } = await db.message.updateMany({
    where: { id, status: 'streaming' },
    data: { content: progress.content, aliveAt: progress.now },
  })
  return count === 1
}

/** Asks the process that writes an answer to stop; it completes the record. @returns false when nobody writes it */
export async function requestStop(db: Db, id: string): Promise<boolean> {
  const { count } = await db.message.updateMany({
    where: { id, status: 'streaming' },
    data: { status: 'stopped', aliveAt: null },
  })
  return count === 1
}

export interface AnswerRecord {
  content: string
  status: MessageStatus
  provider: string | null
  model: string | null
  notice: LocalizedText | null
  sources: Source[]
  error: { code: ErrorCode; message: string } | null
  promptTokens: number
  completionTokens: number
  estimated: boolean
  now: Date
}

/** Completes an answer; one that was ended meanwhile stays as it is. */
export async function completeAnswer(db: Db, id: string, answer: AnswerRecord): Promise<void> {
  const { now, estimated, notice, error, ...columns } = answer
  await db.message.updateMany({
    where: { id, completedAt: null },
    data: {
      ...columns,
      notice: notice ?? Prisma.DbNull,
      error: error ?? Prisma.DbNull,
      tokensEstimated: estimated,
      completedAt: now,
      aliveAt: null,
    },
  })
}

/** Ends answers whose process is gone. @returns how many */
export async function endSilentAnswers(db: Db, silent: { aliveBefore: Date; now: Date }): Promise<number> {
  const { count } = await db.message.updateMany({
    where: { status: 'streaming', aliveAt: { lte: silent.aliveBefore } },
    data: { status: 'interrupted', completedAt: silent.now, aliveAt: null },
  })
  return count
}

/** A message of one of the user's conversations. */
export async function findOwnMessage(
  db: Db,
  key: { id: string; userId: string },
): Promise<MessageRow | null> {
  return db.message.findFirst({
    where: { id: key.id, conversation: { userId: key.userId, deletedAt: null } },
  })
}

/** Newest first, before rank `before`. */
export async function listMessages(
  db: Db,
  page: { conversationId: string; before?: bigint | undefined; limit: number },
): Promise<MessageRow[]> {
  return db.message.findMany({
    where: {
      conversationId: page.conversationId,
      ...(page.before === undefined ? {} : { rank: { lt: page.before } }),
    },
    orderBy: { rank: 'desc' },
    take: page.limit,
  })
}

/** Tool calls of messages, in the order they were made. */
export async function listExecutions(db: Db, messageIds: string[]): Promise<ExecutionRow[]> {
  return db.toolExecution.findMany({ where: { messageId: { in: messageIds } }, orderBy: { rank: 'asc' } })
}

/** Tokens of a user since an instant. */
export async function sumTokens(
  db: Db,
  window: { userId: string; since: Date },
): Promise<{ used: number; estimated: boolean }> {
  const where = { createdAt: { gte: window.since }, conversation: { userId: window.userId } }
  const [sum, estimated] = await Promise.all([
    db.message.aggregate({ where, _sum: { promptTokens: true, completionTokens: true } }),
    db.message.count({ where: { ...where, tokensEstimated: true } }),
  ])
  return {
    used: (sum._sum.promptTokens ?? 0) + (sum._sum.completionTokens ?? 0),
    estimated: estimated > 0,
  }
}
