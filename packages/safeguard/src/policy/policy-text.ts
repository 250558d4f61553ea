import type { Policy } from '@hub/contracts'
import { stringify } from 'yaml'

/** A policy as the YAML that a person edits; as a file of one's own it gives the same policy again. */
export function policyText(policy: Policy): string {
  return stringify(policy, { lineWidth: 120 })
}
