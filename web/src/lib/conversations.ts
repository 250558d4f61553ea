import { ConversationPage } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The newest conversations of the reader, for the home page and the palette. */
export const recentConversationsQuery = queryOptions({
  queryKey: [...queryKeys.conversations, 'recent'],
  queryFn: ({ signal }) =>
    api.get('/api/chat/conversations', ConversationPage, { signal, query: { limit: 50 } }),
})
