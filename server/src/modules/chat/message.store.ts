import type { ChatMode } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'

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

/** Asks the process that writes an answer to stop; it completes the record. @returns false when nobody writes it */
export async function requestStop(db: Db, id: string): Promise<boolean> {
  const { count } = await db.message.updateMany({
    where: { id, status: 'streaming' },
    data: { status: 'stopped' },
  })
  return count === 1
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
