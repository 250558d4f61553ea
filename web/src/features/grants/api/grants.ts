import {
  type AskGrantInput,
  Colleagues,
  type DecideGrantInput,
  type RevokeGrantInput,
  StandingGrant,
  StandingGrants,
} from '@hub/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { readAllPages } from '../../../lib/read-all-pages.ts'

const path = '/api/safeguard/grants'

/** Standing grants that the reader may see, newest first; live like the requests. */
export const grantsQuery = queryOptions({
  queryKey: [...queryKeys.approvals, 'grants'],
  queryFn: ({ signal }) =>
    readAllPages(
      (query) => api.get(path, StandingGrants, { signal, query }),
      ({ grantId }) => grantId,
    ),
})

/** People whose requests a grant could answer. */
export const granteesQuery = queryOptions({
  queryKey: ['grantees'],
  queryFn: ({ signal }) => api.get(`${path}/people`, Colleagues, { signal }),
  staleTime: 60_000,
})

/** Sends one verb on grants; afterwards they are read again, also when it was refused. */
function useGrantChange<Input>(send: (input: Input) => Promise<StandingGrant>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: grantsQuery.queryKey }),
  })
}

/** Asks for a grant. */
export const useAskGrant = () =>
  useGrantChange((input: AskGrantInput) => api.post(path, StandingGrant, input))

/** Says yes or no to a grant. */
export const useDecideGrant = (grantId: string) =>
  useGrantChange((input: DecideGrantInput) => api.post(`${path}/${grantId}/decide`, StandingGrant, input))

/** Takes back one's own grant while it waits. */
export const useWithdrawGrant = (grantId: string) =>
  useGrantChange<void>(() => api.post(`${path}/${grantId}/withdraw`, StandingGrant))

/** Ends a grant before its time. */
export const useRevokeGrant = (grantId: string) =>
  useGrantChange((input: RevokeGrantInput) => api.post(`${path}/${grantId}/revoke`, StandingGrant, input))
