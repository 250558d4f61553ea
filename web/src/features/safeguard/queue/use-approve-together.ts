import { Approval, type ApproveTogetherInput } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { approvalQuery } from '../../../approvals/queries.ts'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

const Answer = z.object({ items: z.array(Approval) })

/** Approves several requests, all or none. `onDone` is called with how many, also when its caller is gone by then. */
export function useApproveTogether(onDone: (count: number) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: ApproveTogetherInput) => api.post('/api/safeguard/approve-together', Answer, input),
    onSuccess: ({ items }) => {
      for (const approval of items) client.setQueryData(approvalQuery(approval.approvalId).queryKey, approval)
      onDone(items.length)
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.approvals }),
  })
}
