import {
  type ChatMode,
  type Conversation,
  ConversationBinding,
  NotFoundError,
  type UpdateConversation,
} from '@hub/contracts'
import { type Db, Prisma, type Tx } from '@hub/prisma'
import { conversationParts, presentConversation } from './present-conversation.ts'

export interface ConversationKey {
  id: string
  userId: string
}

/** Somebody else's conversation looks like none at all. */
export function noConversation(): NotFoundError {
  return new NotFoundError('There is no such conversation', { reason: 'chat.conversation' })
}

/** @throws NotFoundError unless `userId` owns it */
export async function readConversation(db: Db | Tx, key: ConversationKey): Promise<Conversation> {
  const row = await db.conversation.findFirst({
    where: { ...key, deletedAt: null },
    include: conversationParts,
  })
  if (!row) throw noConversation()
  return presentConversation(row)
}

/** What a conversation is bound to; one that was deleted is bound to nothing. */
export async function readBinding(db: Db, key: ConversationKey): Promise<ConversationBinding | null> {
  const where = { ...key, deletedAt: null }
  const row = await db.conversation.findFirst({ where, select: { binding: true } })
  return ConversationBinding.nullable().parse(row?.binding ?? null)
}

/** The conversation that a family of branches began with, null for one that is no branch. */
export async function readOrigin(db: Db | Tx, id: string): Promise<string | null> {
  const row = await db.conversation.findUnique({ where: { id }, select: { originId: true } })
  return row?.originId ?? null
}

export async function insertConversation(
  tx: Db | Tx,
  conversation: {
    userId: string
    title: string
    mode: ChatMode
    binding?: ConversationBinding | null | undefined
    /** Of a branch: the message that it continues from, and the conversation its family began with. */
    fork?: { id: string; originId: string }
    now: Date
  },
): Promise<Conversation> {
  const { now, binding, fork, ...columns } = conversation
  const data = {
    ...columns,
    ...(binding && { binding }),
    ...(fork && { forkId: fork.id, leafId: fork.id, originId: fork.originId }),
    createdAt: now,
    updatedAt: now,
  }
  return presentConversation(await tx.conversation.create({ data, include: conversationParts }))
}

export async function changeConversation(
  db: Db,
  key: ConversationKey,
  { change, now }: { change: UpdateConversation; now: Date },
): Promise<Conversation> {
  const { title, pinned, archived, binding } = change
  const { count } = await db.conversation.updateMany({
    where: { ...key, deletedAt: null },
    data: {
      ...(title === undefined ? {} : { title }),
      ...(pinned === undefined ? {} : { isPinned: pinned }),
      ...(archived === undefined ? {} : { archivedAt: archived ? now : null }),
      ...(binding === undefined ? {} : { binding: binding ?? Prisma.DbNull }),
    },
  })
  if (count === 0) throw noConversation()
  return readConversation(db, key)
}

export async function deleteConversation(db: Db, key: ConversationKey, now: Date): Promise<void> {
  const { count } = await db.conversation.updateMany({
    where: { ...key, deletedAt: null },
    data: { deletedAt: now },
  })
  if (count === 0) throw noConversation()
}

/** Takes a deletion back; of a live conversation it changes nothing. */
export async function restoreConversation(db: Db, key: ConversationKey): Promise<Conversation> {
  await db.conversation.updateMany({ where: key, data: { deletedAt: null } })
  return readConversation(db, key)
}

/** Keeps two messages from starting two answers in one conversation at once. */
export async function lockConversation(tx: Tx, key: ConversationKey): Promise<Conversation> {
  await tx.$queryRaw`SELECT id FROM conversations WHERE id = ${key.id}::uuid FOR UPDATE`
  return readConversation(tx, key)
}

/** A conversation that goes on comes back from the archive. */
export async function touchConversation(
  tx: Db | Tx,
  id: string,
  change: { now: Date; mode: ChatMode },
): Promise<void> {
  const data = { updatedAt: change.now, mode: change.mode, archivedAt: null }
  await tx.conversation.update({ where: { id }, data })
}

/** Shows the branch that ends with a message. */
export async function showLeaf(db: Db | Tx, id: string, leafId: string): Promise<void> {
  await db.conversation.update({ where: { id }, data: { leafId } })
}
