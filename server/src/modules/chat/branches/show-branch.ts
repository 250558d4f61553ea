import type { Conversation } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { type ConversationKey, lockConversation, showLeaf } from '../conversation.store.ts'
import { findInTree, treeOf } from './find-in-tree.ts'
import { newestEnd } from './path.store.ts'

/**
 * Shows the branch that goes through a message, to its newest end.
 * @throws NotFoundError when the message is not of this conversation
 */
export async function showBranch(
  ctx: ServerContext,
  key: ConversationKey,
  messageId: string,
): Promise<Conversation> {
  return inTransaction(ctx, async ({ tx }) => {
    const conversation = await lockConversation(tx, key)
    const message = await findInTree(tx, conversation, { id: messageId, field: 'messageId' })
    const leafId = await newestEnd(tx, treeOf(conversation), message)
    await showLeaf(tx, conversation.id, leafId)
    return { ...conversation, leafId }
  })
}
