import type { PolicyMatcher } from '@hub/contracts'

/** Does a fact fit what a rule wants? A fact that is missing fits nothing, not even a `not`. */
export function fitsFact(wanted: PolicyMatcher, fact: unknown): boolean {
  if (fact === undefined || fact === null) return false
  if (typeof wanted !== 'object') return fact === wanted
  const { atLeast, atMost, oneOf, not } = wanted
  if (atLeast !== undefined && !(typeof fact === 'number' && fact >= atLeast)) return false
  if (atMost !== undefined && !(typeof fact === 'number' && fact <= atMost)) return false
  if (oneOf !== undefined && !oneOf.some((value) => value === fact)) return false
  return not === undefined || fact !== not
}

/** What a rule wants of a fact, in signs that need no language. */
export function matcherText(wanted: PolicyMatcher): string {
  if (typeof wanted !== 'object') return String(wanted)
  const { atLeast, atMost, oneOf, not } = wanted
  const parts = [
    ...(atLeast === undefined ? [] : [`>= ${atLeast}`]),
    ...(atMost === undefined ? [] : [`<= ${atMost}`]),
    ...(oneOf === undefined ? [] : [oneOf.join(' | ')]),
    ...(not === undefined ? [] : [`!= ${not}`]),
  ]
  return parts.join(', ')
}
