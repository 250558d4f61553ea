import { Conversation, ConversationPage, type UpdateConversation } from '@hub/contracts'
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

const pathOf = (id: string) => `/api/chat/conversations/${encodeURIComponent(id)}`

function listQuery(name: string, query: Record<string, string | number>) {
  return infiniteQueryOptions({
    queryKey: [...queryKeys.conversations, name, query],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/chat/conversations', ConversationPage, {
        signal,
        query: { ...query, cursor: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** The conversations of the reader, newest first, a hundred at a time. */
export const conversationsQuery = listQuery('list', { limit: 100 })

/** Those put into the archive. */
export const archivedQuery = listQuery('archive', { limit: 100, archived: 'true' })

/** Those in which every word of `q` is found, in the title or in one message. */
export const searchQuery = (q: string) => listQuery('search', { limit: 30, q })

/** One conversation; `streamingMessageId` tells that an answer is being written. */
export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: [...queryKeys.conversations, 'one', id],
    queryFn: ({ signal }) => api.get(pathOf(id), Conversation, { signal }),
  })
}

/** Changes the title, the pin, the archiving or the subject of a conversation. Throws ApiError. */
export function updateConversation(id: string, change: UpdateConversation): Promise<Conversation> {
  return api.patch(pathOf(id), Conversation, change)
}

/** Deletes a conversation; it can be taken back. Throws ApiError. */
export function deleteConversation(id: string): Promise<void> {
  return api.command('DELETE', pathOf(id))
}

/** Takes a deletion back. Throws ApiError. */
export function restoreConversation(id: string): Promise<Conversation> {
  return api.post(`${pathOf(id)}/restore`, Conversation)
}

/** Marks the list and one conversation as changed, without waiting for what is read again. */
export function refreshConversations(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.conversations })
}
