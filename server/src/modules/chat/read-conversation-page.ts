import { type Conversation, type ConversationPage, ListConversations, ValidationError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import { type ListPlace, listConversations, searchConversations } from './list-conversations.store.ts'

const Place = z.object({ isPinned: z.enum(['0', '1']), at: z.iso.datetime(), id: z.uuid() })

/** A page of the caller's own conversations, or of those in which the words of `q` are found. */
export async function readConversationPage(
  db: Db,
  asked: { userId: string; query: unknown },
): Promise<ConversationPage> {
  const { cursor, limit, q, archived } = validate(ListConversations, asked.query)
  const list = {
    userId: asked.userId,
    archived: archived ?? (q === undefined ? 'false' : 'any'),
    after: cursor === undefined ? undefined : readCursor(cursor),
    limit: limit + 1,
  }
  const rows =
    q === undefined ? await listConversations(db, list) : await searchConversations(db, { ...list, q })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? writeCursor(last) : null }
}

function writeCursor({ pinned, updatedAt, id }: Conversation): string {
  return `${pinned ? 1 : 0}_${updatedAt}_${id}`
}

function readCursor(cursor: string): ListPlace {
  const [isPinned, at, id] = cursor.split('_')
  const parsed = Place.safeParse({ isPinned, at, id })
  if (!parsed.success)
    throw new ValidationError('Wrong cursor', {
      reason: 'input.fields',
      params: { fields: 'cursor' },
      fields: [{ path: 'cursor', message: 'is not a cursor of this list' }],
    })
  return { isPinned: parsed.data.isPinned === '1', updatedAt: new Date(parsed.data.at), id: parsed.data.id }
}
