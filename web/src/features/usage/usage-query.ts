import { ChatUsage } from '@hub/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { tokensQuery } from '../../lib/tokens.ts'
import { daysOf, type UsagePeriod } from './usage-period.ts'

/** What one person, or `all`, used in a period; without a person the reader. Old as soon as an answer ends. */
export function usageQuery(period: UsagePeriod, userId: string | undefined) {
  return queryOptions({
    queryKey: [...tokensQuery.queryKey, 'usage', period, userId ?? 'me'],
    queryFn: ({ signal }) =>
      api.get('/api/chat/usage', ChatUsage, { signal, query: { ...daysOf(period, new Date()), userId } }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}
