import {
  Approval,
  type ApproveInput,
  type BreakGlassInput,
  type CancelInput,
  type DeferInput,
  type RejectInput,
  type ReviewBreakGlassInput,
  type VerdictInput,
} from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { ApiError } from '../lib/api-error.ts'
import { queryKeys } from '../lib/query-keys.ts'
import { noteRequestMet } from './notify/notification-store.ts'
import { approvalQuery } from './queries.ts'

export type Decision =
  | { verb: 'approve'; input: ApproveInput }
  | { verb: 'reject'; input: RejectInput }
  | { verb: 'defer'; input: DeferInput }
  | { verb: 'cancel'; input: CancelInput }
  | { verb: 'break-glass'; input: BreakGlassInput }
  | { verb: 'break-glass/review'; input: ReviewBreakGlassInput }
  | { verb: 'verdict'; input: VerdictInput }
  /** Not a decision of the reader: the Hub looks at the system again. */
  | { verb: 'reconcile'; input: Record<string, never> }

export type DecisionSender = ReturnType<typeof useDecision>

/**
 * Sends a decision on one request. The answer takes the place of what was shown; a refusal (ApiError) is
 * kept for the screen, and a conflict reads the request again.
 */
export function useDecision(approvalId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ verb, input }: Decision) =>
      api.post(`/api/safeguard/${encodeURIComponent(approvalId)}/${verb}`, Approval, input),
    onSuccess: (approval, { verb }) => {
      client.setQueryData(approvalQuery(approvalId).queryKey, approval)
      if (verb !== 'cancel') noteRequestMet()
    },
    onSettled: (_approval, error) => {
      const isUnsent = error instanceof ApiError && error.code === 'OFFLINE'
      if (!isUnsent) void client.invalidateQueries({ queryKey: queryKeys.approvals })
    },
  })
}
