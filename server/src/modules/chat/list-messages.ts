import { type ChatMessage, type ChatMessagePage, type Conversation, ValidationError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { listMessageAttachments } from './attachments/message-attachments.store.ts'
import { treeOf } from './branches/find-in-tree.ts'
import { isInTree, listPath } from './branches/path.store.ts'
import { readSiblings } from './branches/siblings.store.ts'
import { readOrigin } from './conversation.store.ts'
import { findMessageAt, listExecutions, type MessageRow } from './message.store.ts'
import { presentMessage } from './present-message.ts'

/**
 * A page of the branch that a conversation shows, oldest first; the cursor leads to older ones of the same branch.
 * @param page.before rank of the oldest message seen
 * @throws ValidationError when that is no place in this conversation
 */
export async function readMessagePage(
  db: Db,
  conversation: Conversation,
  page: { before?: bigint | undefined; limit: number },
): Promise<ChatMessagePage> {
  const { before, limit } = page
  const from = before === undefined ? conversation.leafId : await parentAt(db, conversation, before)
  const rows = from === null ? [] : await listPath(db, { from, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const nextCursor = rows.length > limit ? String(shown.at(-1)?.rank) : null
  return { items: await presentAll(db, conversation, shown.reverse()), nextCursor }
}

async function parentAt(db: Db, conversation: Conversation, rank: bigint): Promise<string | null> {
  const row = await findMessageAt(db, rank)
  if (row && (await isInTree(db, treeOf(conversation), row))) return row.parentId
  throw new ValidationError('Wrong cursor', {
    reason: 'input.fields',
    params: { fields: 'cursor' },
    fields: [{ path: 'cursor', message: 'is no place in this conversation' }],
  })
}

/** Messages of one conversation with their tool calls, files and places. */
export async function presentAll(
  db: Db,
  conversation: Conversation,
  rows: MessageRow[],
): Promise<ChatMessage[]> {
  const ids = rows.map(({ id }) => id)
  const tree = treeOf(conversation)
  const originId = tree.forkId === null ? null : await readOrigin(db, tree.id)
  const [executions, siblings, attachments] = await Promise.all([
    listExecutions(db, ids),
    readSiblings(db, { tree, originId, rows }),
    listMessageAttachments(db, ids),
  ])
  return rows.map((row) => {
    const place = siblings.get(row.id) ?? { index: 0, count: 1, previousId: null, nextId: null }
    return presentMessage(row, executions, {
      siblings: place,
      attachments: attachments.get(row.id) ?? [],
    })
  })
}
