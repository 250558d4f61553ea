import { ApprovalComment, ApprovalComments } from '@hub/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

const pathOf = (approvalId: string) => `/api/safeguard/${encodeURIComponent(approvalId)}/comments`

/** What people said of a request, oldest first. */
export function commentsQuery(approvalId: string) {
  return queryOptions({
    queryKey: [...queryKeys.approvals, 'comments', approvalId],
    queryFn: ({ signal }) => api.get(pathOf(approvalId), ApprovalComments, { signal }),
  })
}

/** Says something of a request; the answer joins what is shown. */
export function useAddComment(approvalId: string) {
  const client = useQueryClient()
  const { queryKey } = commentsQuery(approvalId)
  return useMutation({
    mutationFn: (body: string) => api.post(pathOf(approvalId), ApprovalComment, { body }),
    onSuccess: (comment) => {
      client.setQueryData(queryKey, (known) => {
        const others = known?.items.filter(({ id }) => id !== comment.id) ?? []
        return { items: [...others, comment] }
      })
      return client.invalidateQueries({ queryKey })
    },
  })
}
