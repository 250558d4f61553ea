import { Approval, ApprovalPage } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { queryKeys } from '../lib/query-keys.ts'
import { readAllPages } from '../lib/read-all-pages.ts'

/** Every request that waits for a decision, deferred ones included: urgency has no meaning on a part of them. */
export const pendingQuery = queryOptions({
  queryKey: [...queryKeys.approvals, 'pending'],
  queryFn: ({ signal }) =>
    readAllPages(
      (query) => api.get('/api/safeguard/pending', ApprovalPage, { signal, query }),
      ({ approvalId }) => approvalId,
    ),
})

/** One request with its decisions and outcome. */
export function approvalQuery(approvalId: string) {
  return queryOptions({
    queryKey: [...queryKeys.approvals, 'one', approvalId],
    queryFn: ({ signal }) =>
      api.get(`/api/safeguard/${encodeURIComponent(approvalId)}`, Approval, { signal }),
  })
}
