import { Approval, ApprovalPage } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { queryKeys } from '../lib/query-keys.ts'

/** Requests that wait for a decision, deferred ones included. */
export const pendingQuery = queryOptions({
  queryKey: [...queryKeys.approvals, 'pending'],
  queryFn: ({ signal }) => api.get('/api/safeguard/pending', ApprovalPage, { signal, query: { limit: 100 } }),
})

/** One request with its decisions and outcome. */
export function approvalQuery(approvalId: string) {
  return queryOptions({
    queryKey: [...queryKeys.approvals, 'one', approvalId],
    queryFn: ({ signal }) =>
      api.get(`/api/safeguard/${encodeURIComponent(approvalId)}`, Approval, { signal }),
  })
}
