import type { Intent, PlannedCall, Turn } from './intent.ts'
import type { Resolution } from './resolution.ts'
import { stillWanted } from './results.ts'

/** A question that tools answer: what it is about, what is read then, how it is told. */
export interface ReadRecipe<Subject> extends Omit<Intent, 'plan' | 'render' | 'acts'> {
  subject(turn: Turn): Resolution<Subject>
  calls(turn: Turn, subject: Subject): PlannedCall[]
  tell(turn: Turn, subject: Subject): string
}

/** An intent that only reads: finds its subject, makes its calls, writes the answer from the results. */
export function defineRead<Subject>(recipe: ReadRecipe<Subject>): Intent {
  const { subject, calls, tell, ...intent } = recipe
  return {
    ...intent,
    plan(turn) {
      const found = subject(turn)
      if (found.state === 'told') return []
      return stillWanted(turn, found.state === 'wanted' ? found.calls : calls(turn, found.subject))
    },
    render(turn) {
      const found = subject(turn)
      if (found.state === 'told') return found.text
      return found.state === 'known' ? tell(turn, found.subject) : ''
    },
  }
}
