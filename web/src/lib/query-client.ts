import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { queryKeys } from './query-keys.ts'

const isWorthRetrying = (error: Error) =>
  !(error instanceof ApiError) || error.code === 'OFFLINE' || error.status >= 500

/**
 * The cache of server data. A refusal is shown at once; only outages are tried again, twice.
 * A 401 asks again who is signed in: when nobody is, the frame leads to the sign-in page.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        const isEnded = error instanceof ApiError && error.status === 401
        if (isEnded && queryKey[0] !== queryKeys.me[0])
          void client.invalidateQueries({ queryKey: queryKeys.me })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
