import { type DelegateInput, Delegation } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { delegationsQuery } from '../../delegations/queries.ts'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Delegates the decisions of the reader for a time. */
export function useCreateDelegation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: DelegateInput) => api.post('/api/safeguard/delegations', Delegation, input),
    onSuccess: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  })
}

/** Ends a delegation; what the other person may decide changes at once. */
export function useRevokeDelegation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post(`/api/safeguard/delegations/${id}/revoke`, Delegation),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.approvals }),
  })
}
