import { isAtLeastLevel, looserTerms } from '@hub/contracts'
import type { PolicyAnswer } from '@hub/safeguard'

const outcomes = ['allowed', 'approval', 'refused'] as const

/** Does the second answer ask more or less than the first? Less of anything is looser, whatever else it asks more. */
export function compareAnswers(before: PolicyAnswer, after: PolicyAnswer): 'same' | 'stricter' | 'looser' {
  if (asksLess(before, after)) return 'looser'
  return asksLess(after, before) ? 'stricter' : 'same'
}

function asksLess(than: PolicyAnswer, answer: PolicyAnswer): boolean {
  const [was, is] = [outcomes.indexOf(than.outcome), outcomes.indexOf(answer.outcome)]
  if (was !== is) return is < was
  if (!isAtLeastLevel(answer.level, than.level)) return true
  return than.terms !== null && answer.terms !== null && looserTerms(than.terms, answer.terms).length > 0
}
