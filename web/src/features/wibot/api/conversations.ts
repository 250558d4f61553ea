import { Conversation, ConversationPage, type UpdateConversation } from '@hub/contracts'
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

const pathOf = (id: string) => `/api/chat/conversations/${encodeURIComponent(id)}`

/** The conversations of the reader, newest first, a hundred at a time. */
export const conversationsQuery = infiniteQueryOptions({
  queryKey: [...queryKeys.conversations, 'list'],
  queryFn: ({ signal, pageParam }) =>
    api.get('/api/chat/conversations', ConversationPage, {
      signal,
      query: { limit: 100, cursor: pageParam },
    }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})

/** One conversation; `streamingMessageId` tells that an answer is being written. */
export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: [...queryKeys.conversations, 'one', id],
    queryFn: ({ signal }) => api.get(pathOf(id), Conversation, { signal }),
  })
}

/** Changes the title or the pin of a conversation. Throws ApiError. */
export function updateConversation(id: string, change: UpdateConversation): Promise<Conversation> {
  return api.patch(pathOf(id), Conversation, change)
}

/** Deletes a conversation with its messages. Throws ApiError. */
export function deleteConversation(id: string): Promise<void> {
  return api.command('DELETE', pathOf(id))
}

/** Marks the list and one conversation as changed, without waiting for what is read again. */
export function refreshConversations(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.conversations })
}
