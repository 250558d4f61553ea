import { type Conversation, NotFoundError } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import { findMessageOf, type MessageRow } from '../message.store.ts'
import { isInTree, type Tree } from './path.store.ts'

export function treeOf(conversation: Conversation): Tree {
  return { id: conversation.id, forkId: conversation.branchedFrom?.messageId ?? null }
}

/**
 * A message that a conversation shows, or could show as another branch.
 * @param wanted.field of the input that named it
 * @throws NotFoundError for any other
 */
export async function findInTree(
  db: Db | Tx,
  conversation: Conversation,
  wanted: { id: string; field?: string },
): Promise<MessageRow> {
  const row = await findMessageOf(db, wanted.id)
  if (row && (await isInTree(db, treeOf(conversation), row))) return row
  throw notInTree(wanted.field)
}

/** @param field of the input that named the message */
export function notInTree(field?: string): NotFoundError {
  const fields =
    field === undefined ? {} : { fields: [{ path: field, message: 'is not in this conversation' }] }
  return new NotFoundError('There is no such message', { reason: 'chat.message', ...fields })
}
