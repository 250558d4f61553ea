import type { ChatMode } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'

export type MessageRow = Prisma.MessageGetPayload<object>
export type ExecutionRow = Prisma.ToolExecutionGetPayload<object>

/** Where a new message goes: after `parentId`, or at the beginning. */
const placeOf = (parentId: string | null) => (parentId === null ? { depth: 0 } : { parentId })

/** Adds an answer that is being written, alive by the clock of the database: that of a server may differ. */
export async function insertAnswer(
  tx: Tx,
  answer: { conversationId: string; parentId: string | null; mode: ChatMode; now: Date },
): Promise<MessageRow> {
  const { now, parentId, ...columns } = answer
  const data = { ...columns, ...placeOf(parentId), role: 'assistant', content: '' }
  const row = await tx.message.create({ data: { ...data, status: 'streaming', createdAt: now } })
  await tx.$executeRaw`UPDATE messages SET alive_at = now() WHERE id = ${row.id}::uuid`
  return row
}

/** Asks the process that writes an answer to stop; it completes the record. @returns false when nobody writes it */
export async function requestStop(db: Db, id: string): Promise<boolean> {
  const { count } = await db.message.updateMany({
    where: { id, status: 'streaming' },
    data: { status: 'stopped' },
  })
  return count === 1
}

/**
 * A message that its owner can still see: of a conversation that is there, or that a branch which is there continues
 * from.
 */
export async function findOwnMessage(
  db: Db,
  key: { id: string; userId: string },
): Promise<MessageRow | null> {
  const row = await db.message.findFirst({
    where: { id: key.id, conversation: { userId: key.userId } },
    include: { conversation: { select: { id: true, deletedAt: true, originId: true } } },
  })
  if (!row) return null
  const { conversation, ...message } = row
  return (await isThere(db, conversation)) ? message : null
}

/** When a message that its owner can still see was completed; nothing else of it is read. */
export async function findOwnEnd(
  db: Db,
  key: { id: string; userId: string },
): Promise<{ completedAt: Date | null } | null> {
  const row = await db.message.findFirst({
    where: { id: key.id, conversation: { userId: key.userId } },
    select: {
      completedAt: true,
      conversation: { select: { id: true, deletedAt: true, originId: true } },
    },
  })
  if (!row || !(await isThere(db, row.conversation))) return null
  return { completedAt: row.completedAt }
}

async function isThere(
  db: Db,
  conversation: { id: string; deletedAt: Date | null; originId: string | null },
): Promise<boolean> {
  if (conversation.deletedAt === null) return true
  const origin = conversation.originId ?? conversation.id
  const family = { OR: [{ id: origin }, { originId: origin }], deletedAt: null }
  return (await db.conversation.count({ where: family, take: 1 })) > 0
}

/** A message by its id, whoever owns it. */
export async function findMessageOf(db: Db | Tx, id: string): Promise<MessageRow | null> {
  return db.message.findUnique({ where: { id } })
}

/** The message of a rank, where a page of messages ended. */
export async function findMessageAt(db: Db, rank: bigint): Promise<MessageRow | null> {
  return db.message.findUnique({ where: { rank } })
}

/** Tool calls of messages, in the order they were made. */
export async function listExecutions(db: Db, messageIds: string[]): Promise<ExecutionRow[]> {
  return db.toolExecution.findMany({ where: { messageId: { in: messageIds } }, orderBy: { rank: 'asc' } })
}
