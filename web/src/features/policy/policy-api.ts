import {
  type DryRunInput,
  DryRunResult,
  type ExplainInput,
  PolicyExplanation,
  PolicyInForce,
} from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** The policy that the gate applies now; live like the requests. */
export const policyQuery = queryOptions({
  queryKey: [...queryKeys.approvals, 'policy'],
  queryFn: ({ signal }) => api.get('/api/safeguard/policy', PolicyInForce, { signal }),
})

/** What the policy would say about a call that nobody makes. */
export function explainCall(input: Partial<ExplainInput>): Promise<PolicyExplanation> {
  return api.post('/api/safeguard/policy/explain', PolicyExplanation, input)
}

/** What would go another way under a changed policy. */
export function dryRun(input: DryRunInput): Promise<DryRunResult> {
  return api.post('/api/safeguard/policy/dry-run', DryRunResult, input)
}
