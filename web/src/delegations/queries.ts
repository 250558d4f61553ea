import { Colleagues, Delegations } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { queryKeys } from '../lib/query-keys.ts'
import { readAllPages } from '../lib/read-all-pages.ts'

/** Delegations that the reader gave or got; those of everybody for N3 and above. Live like the requests. */
export const delegationsQuery = queryOptions({
  queryKey: [...queryKeys.approvals, 'delegations'],
  queryFn: ({ signal }) =>
    readAllPages(
      (query) => api.get('/api/safeguard/delegations', Delegations, { signal, query }),
      ({ id }) => id,
    ),
})

/** People who may stand in for the reader. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => api.get('/api/safeguard/delegations/colleagues', Colleagues, { signal }),
  staleTime: 60_000,
})
