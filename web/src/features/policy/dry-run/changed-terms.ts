import type { PolicyTerms } from '@hub/contracts'
import { type TermKey, termKeys } from '../in-force/term-words.ts'

/** The terms that are other ones; none where nobody is asked before or after. */
export function changedTerms(before: PolicyTerms | null, after: PolicyTerms | null): TermKey[] {
  if (!before || !after) return []
  return termKeys.filter((key) => before[key] !== after[key])
}
