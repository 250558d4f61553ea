import { ChatProviders } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Seconds between two readings. */
export const refreshSeconds = 10

/** The engines as the process that answers has seen them; a change of health reads them at once. */
export const providersQuery = queryOptions({
  queryKey: [...queryKeys.health, 'providers'],
  queryFn: ({ signal }) => api.get('/api/chat/providers', ChatProviders, { signal }),
  refetchInterval: refreshSeconds * 1000,
})
