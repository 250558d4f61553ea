import type { Conversation, ConversationMatch, ListConversations } from '@hub/contracts'
import { type Db, Prisma } from '@hub/prisma'
import { conversationParts, presentConversation } from './present-conversation.ts'
import { matchPatterns, snippetOf } from './search-text.ts'

/** A place in the list: pinned ones first, then the newest. */
export interface ListPlace {
  isPinned: boolean
  updatedAt: Date
  id: string
}

export interface ConversationList {
  userId: string
  archived: NonNullable<ListConversations['archived']>
  /** The last one seen. */
  after?: ListPlace | undefined
  limit: number
}

/** Own conversations, pinned ones first, then the newest. */
export async function listConversations(db: Db, list: ConversationList): Promise<Conversation[]> {
  const { userId, after, limit, archived } = list
  const rows = await db.conversation.findMany({
    where: {
      userId,
      deletedAt: null,
      ...(archived === 'any' ? {} : { archivedAt: archived === 'true' ? { not: null } : null }),
      ...(after && { OR: following(after) }),
    },
    orderBy: [{ isPinned: 'desc' }, { updatedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    include: conversationParts,
  })
  return rows.map(presentConversation)
}

function following({ isPinned, updatedAt, id }: ListPlace): Prisma.ConversationWhereInput[] {
  return [
    ...(isPinned ? [{ isPinned: false }] : []),
    { isPinned, updatedAt: { lt: updatedAt } },
    { isPinned, updatedAt, id: { gt: id } },
  ]
}

interface Hit {
  id: string
  messageId: string | null
  content: string | null
}

/** Own conversations whose title, or one message, holds every word of `q`; the newest such message is named. */
export async function searchConversations(
  db: Db,
  list: ConversationList & { q: string },
): Promise<(Conversation & { match: ConversationMatch })[]> {
  const hits = await db.$queryRaw<Hit[]>(searchQuery(list))
  const rows = await db.conversation.findMany({
    where: { id: { in: hits.map(({ id }) => id) } },
    include: conversationParts,
  })
  const byId = new Map(rows.map((row) => [row.id, presentConversation(row)]))
  return hits.flatMap(({ id, messageId, content }) => {
    const conversation = byId.get(id)
    if (!conversation) return []
    const snippet = snippetOf(content ?? conversation.title, list.q)
    return [{ ...conversation, match: { messageId, snippet } }]
  })
}

/**
 * Walks the reader's own conversations in the order of the list, each from its newest message, and stops at the limit:
 * what others wrote is never read.
 */
export function searchQuery(list: ConversationList & { q: string }): Prisma.Sql {
  const { userId, archived, after, limit, q } = list
  const holds = (column: Prisma.Sql) =>
    Prisma.join(
      matchPatterns(q).map((pattern) => Prisma.sql`chat_plain(${column}) LIKE chat_plain(${pattern})`),
      ' AND ',
    )
  return Prisma.sql`
    SELECT c.id, hit.id AS "messageId", hit.content
    FROM conversations c LEFT JOIN LATERAL (
      SELECT m.id, m.content FROM messages m
      WHERE m.conversation_id = c.id AND m.status <> 'streaming' AND ${holds(Prisma.sql`m.content`)}
      ORDER BY m.rank DESC LIMIT 1
    ) hit ON true
    WHERE c.user_id = ${userId}::uuid AND c.deleted_at IS NULL
      AND (hit.id IS NOT NULL OR ${holds(Prisma.sql`c.title`)})
      ${archivedClause(archived)} ${afterClause(after)}
    ORDER BY c.is_pinned DESC, c.updated_at DESC, c.id LIMIT ${limit}`
}

function archivedClause(archived: ConversationList['archived']): Prisma.Sql {
  if (archived === 'any') return Prisma.empty
  return archived === 'true' ? Prisma.sql`AND archived_at IS NOT NULL` : Prisma.sql`AND archived_at IS NULL`
}

function afterClause(after: ListPlace | undefined): Prisma.Sql {
  if (!after) return Prisma.empty
  const { isPinned, updatedAt, id } = after
  return Prisma.sql`AND (NOT is_pinned, -extract(epoch FROM updated_at), c.id)
    > (NOT ${isPinned}::boolean, -extract(epoch FROM ${updatedAt}::timestamptz), ${id}::uuid)`
}
