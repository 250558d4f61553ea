import { Conversation } from '@hub/contracts'
import { api } from '../../../lib/api.ts'

/** Shows the branch of a message, to its newest end. Throws ApiError. */
export function showBranch(conversationId: string, messageId: string): Promise<Conversation> {
  const path = `/api/chat/conversations/${encodeURIComponent(conversationId)}/leaf`
  return api.put(path, Conversation, { messageId })
}

/** Makes a conversation that goes on from a message. Throws ApiError. */
export function branchConversation(messageId: string): Promise<Conversation> {
  return api.post(`/api/chat/messages/${encodeURIComponent(messageId)}/branch`, Conversation)
}
