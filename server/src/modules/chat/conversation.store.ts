import { ChatMode, type Conversation, NotFoundError, type UpdateConversation } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'

/** Somebody else's conversation looks like none at all. */
function notFound(): NotFoundError {
  return new NotFoundError('There is no such conversation', { reason: 'chat.conversation' })
}

const withAnswer = {
  messages: { where: { status: 'streaming' }, select: { id: true }, take: 1 },
} as const

interface ConversationRow {
  id: string
  title: string
  mode: string
  isPinned: boolean
  createdAt: Date
  updatedAt: Date
  messages: { id: string }[]
}

function present(row: ConversationRow): Conversation {
  return {
    id: row.id,
    title: row.title,
    mode: ChatMode.parse(row.mode),
    pinned: row.isPinned,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    streamingMessageId: row.messages[0]?.id ?? null,
  }
}

/** @throws NotFoundError unless `userId` owns it */
export async function readConversation(
  db: Db | Tx,
  key: { id: string; userId: string },
): Promise<Conversation> {
  const row = await db.conversation.findFirst({ where: { ...key, deletedAt: null }, include: withAnswer })
  if (!row) throw notFound()
  return present(row)
}

/** Newest first; `before` is the position of the last one seen. */
export async function listConversations(
  db: Db,
  page: { userId: string; before?: { updatedAt: Date; id: string } | undefined; limit: number },
): Promise<Conversation[]> {
  const { userId, before, limit } = page
  const older = before && {
    OR: [{ updatedAt: { lt: before.updatedAt } }, { updatedAt: before.updatedAt, id: { gt: before.id } }],
  }
  const rows = await db.conversation.findMany({
    where: { userId, deletedAt: null, ...older },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    include: withAnswer,
  })
  return rows.map(present)
}

export async function insertConversation(
  tx: Db | Tx,
  conversation: { userId: string; title: string; mode: ChatMode; now: Date },
): Promise<Conversation> {
  const { now, ...columns } = conversation
  const data = { ...columns, createdAt: now, updatedAt: now }
  return present(await tx.conversation.create({ data, include: withAnswer }))
}

export async function changeConversation(
  db: Db,
  key: { id: string; userId: string },
  change: UpdateConversation,
): Promise<Conversation> {
  const { count } = await db.conversation.updateMany({
    where: { ...key, deletedAt: null },
    data: {
      ...(change.title === undefined ? {} : { title: change.title }),
      ...(change.pinned === undefined ? {} : { isPinned: change.pinned }),
    },
  })
  if (count === 0) throw notFound()
  return readConversation(db, key)
}

export async function deleteConversation(
  db: Db,
  key: { id: string; userId: string },
  now: Date,
): Promise<void> {
  const { count } = await db.conversation.updateMany({
    where: { ...key, deletedAt: null },
    data: { deletedAt: now },
  })
  if (count === 0) throw notFound()
}

/** Keeps two messages from starting two answers in one conversation at once. */
export async function lockConversation(tx: Tx, key: { id: string; userId: string }): Promise<Conversation> {
  await tx.$queryRaw`SELECT id FROM conversations WHERE id = ${key.id}::uuid FOR UPDATE`
  return readConversation(tx, key)
}

export async function touchConversation(
  tx: Db | Tx,
  id: string,
  change: { now: Date; mode: ChatMode },
): Promise<void> {
  await tx.conversation.update({ where: { id }, data: { updatedAt: change.now, mode: change.mode } })
}
