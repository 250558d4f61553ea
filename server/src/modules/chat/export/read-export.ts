import type { ConversationExport, User } from '@hub/contracts'
import type { ServerContext } from '../../../context.ts'
import { listPath } from '../branches/path.store.ts'
import { readConversation } from '../conversation.store.ts'
import { presentAll } from '../list-messages.ts'

/** Messages of one file, at most: the newest. */
const mostMessages = 10_000

/**
 * The branch that a conversation shows, whole.
 * @throws NotFoundError unless the user owns it
 */
export async function readExport(
  ctx: ServerContext,
  { id, user }: { id: string; user: User },
): Promise<ConversationExport> {
  const { streamingMessageId: _, ...conversation } = await readConversation(ctx.db, { id, userId: user.id })
  const { leafId } = conversation
  const rows = leafId === null ? [] : await listPath(ctx.db, { from: leafId, limit: mostMessages + 1 })
  const shown = rows.slice(0, mostMessages).reverse()
  const messages = await presentAll(ctx.db, { ...conversation, streamingMessageId: null }, shown)
  return {
    conversation,
    exportedAt: ctx.clock.now().toISOString(),
    exportedBy: user.displayName,
    complete: rows.length <= mostMessages,
    messages: messages.map(({ siblings: _siblings, ...message }) => message),
  }
}
