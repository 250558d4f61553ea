import { TokenUsage } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** Tokens of the reader this month. */
export const tokensQuery = queryOptions({
  queryKey: ['chat-tokens'],
  queryFn: ({ signal }) => api.get('/api/chat/tokens', TokenUsage, { signal }),
  staleTime: 60_000,
})
