import type { PlannedCall } from './intent.ts'

/** What a request is about: found, still looked for, or something to say or ask instead. */
export type Resolution<Subject> =
  | { state: 'known'; subject: Subject }
  | { state: 'wanted'; calls: PlannedCall[] }
  | { state: 'told'; text: string }

/** A subject that needs no lookup. */
export const known = <Subject>(subject: Subject): Resolution<Subject> => ({ state: 'known', subject })

/** A question or an explanation in place of the subject. */
export const told = (text: string): Resolution<never> => ({ state: 'told', text })

/** Looks for one thing after another: the second only once the first is known. */
export function andThen<First, Second>(
  first: Resolution<First>,
  next: (subject: First) => Resolution<Second>,
): Resolution<Second> {
  return first.state === 'known' ? next(first.subject) : first
}
