import type { UpdateConversation } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { conversationQuery, refreshConversations, updateConversation } from '../api/conversations.ts'

/** Renames or pins a conversation; a refusal (ApiError) is kept for the screen. */
export function useConversationChange(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: UpdateConversation) => updateConversation(id, change),
    onSuccess: (conversation) => {
      client.setQueryData(conversationQuery(id).queryKey, conversation)
      refreshConversations(client)
    },
  })
}
