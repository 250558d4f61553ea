import { DryRunInput, DryRunResult, ExplainInput, PolicyExplanation, PolicyInForce } from '@hub/contracts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

export const policyRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/safeguard/policy',
    tag: 'safeguard',
    summary: 'The policy in force as YAML, its versions, and what is wrong with its file (N2+).',
    answer: ok(PolicyInForce),
  },
  {
    method: 'post',
    path: '/api/safeguard/policy/explain',
    tag: 'safeguard',
    summary: 'What the policy would say about a call, and why. Nothing runs (N3+).',
    body: ExplainInput,
    answer: ok(PolicyExplanation),
  },
  {
    method: 'post',
    path: '/api/safeguard/policy/dry-run',
    tag: 'safeguard',
    summary: 'Try a changed policy on what was asked lately; errors name their lines. Nothing runs (N3+).',
    body: DryRunInput,
    answer: ok(DryRunResult),
  },
  {
    method: 'get',
    path: '/api/safeguard/{id}/explanation',
    tag: 'safeguard',
    summary: 'Why the policy asked for this approval (N1+).',
    answer: ok(PolicyExplanation),
  },
]
