import { Approval, ApprovalPage } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { queryKeys } from '../lib/query-keys.ts'

async function readPending(signal: AbortSignal): Promise<ApprovalPage> {
  const items: Approval[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 100, cursor }
    const page = await api.get('/api/safeguard/pending', ApprovalPage, { signal, query })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return { items, nextCursor: null }
}

/** Every request that waits for a decision, deferred ones included: urgency has no meaning on a part of them. */
export const pendingQuery = queryOptions({
  queryKey: [...queryKeys.approvals, 'pending'],
  queryFn: ({ signal }) => readPending(signal),
})

/** One request with its decisions and outcome. */
export function approvalQuery(approvalId: string) {
  return queryOptions({
    queryKey: [...queryKeys.approvals, 'one', approvalId],
    queryFn: ({ signal }) =>
      api.get(`/api/safeguard/${encodeURIComponent(approvalId)}`, Approval, { signal }),
  })
}
