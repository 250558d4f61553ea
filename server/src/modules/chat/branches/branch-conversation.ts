import {
  type BranchConversation,
  ChatMode,
  ConflictError,
  type Conversation,
  ConversationBinding,
  type User,
} from '@hub/contracts'
import type { ServerContext } from '../../../context.ts'
import { insertConversation } from '../conversation.store.ts'
import type { MessageRow } from '../message.store.ts'
import { readFamily } from './family.store.ts'

const longestTitle = 120
const continued = { fr: ' (suite)', en: ' (continued)' }

/**
 * Makes a conversation that goes on from a message; what comes before is shared with the earlier conversation, not
 * copied, and stays when that one is deleted.
 * @throws ConflictError while the message is being written
 */
export async function branchConversation(
  ctx: ServerContext,
  command: { user: User; message: MessageRow; input: BranchConversation },
): Promise<Conversation> {
  const { user, message, input } = command
  if (message.status === 'streaming')
    throw new ConflictError('The message is still being written', { reason: 'chat.busy' })
  const { title, binding, originId } = await readFamily(ctx.db, message.conversationId)
  const suffix = continued[user.locale]
  const base = title.endsWith(suffix) ? title.slice(0, -suffix.length) : title
  return insertConversation(ctx.db, {
    userId: user.id,
    title: input.title ?? `${base.slice(0, longestTitle - suffix.length)}${suffix}`.toWellFormed(),
    mode: ChatMode.parse(message.mode),
    binding: ConversationBinding.nullable().parse(binding),
    fork: { id: message.id, originId },
    now: ctx.clock.now(),
  })
}
