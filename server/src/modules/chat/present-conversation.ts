import { ChatMode, type Conversation, ConversationBinding } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'

/** What is read with a conversation. */
export const conversationParts = {
  messages: { where: { status: 'streaming' }, select: { id: true }, take: 1 },
  fork: { select: { id: true, conversationId: true } },
} as const

export type ConversationRow = Prisma.ConversationGetPayload<{ include: typeof conversationParts }>

/** A stored conversation as the API shows it. */
export function presentConversation(row: ConversationRow): Conversation {
  const { fork } = row
  return {
    id: row.id,
    title: row.title,
    mode: ChatMode.parse(row.mode),
    pinned: row.isPinned,
    archived: row.archivedAt !== null,
    binding: ConversationBinding.nullable().parse(row.binding),
    leafId: row.leafId,
    branchedFrom: fork && { conversationId: fork.conversationId, messageId: fork.id },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    streamingMessageId: row.messages[0]?.id ?? null,
  }
}
