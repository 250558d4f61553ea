import { HealthReport } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** What the Hub depends on, read again every 30 s. */
export const healthQuery = queryOptions({
  queryKey: queryKeys.health,
  queryFn: ({ signal }) => api.get('/api/workflows/health', HealthReport, { signal }),
  refetchInterval: 30_000,
})
