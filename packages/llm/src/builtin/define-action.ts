import type { Intent, PlannedCall, Turn } from './intent.ts'
import { say } from './render/blocks.ts'
import { renderApproval, renderFailure } from './render/outcome.ts'
import type { Resolution } from './resolution.ts'
import { lastResult, stillWanted } from './results.ts'
import type { ToolResult } from './tool-results.ts'

/** Something to do: what to, what is read first, the one call that does it, how it is told. */
export interface ActionRecipe<Subject> extends Omit<Intent, 'plan' | 'render' | 'acts'> {
  tool: string
  subject(turn: Turn): Resolution<Subject>
  /** Read before anything is asked for. */
  reads?(turn: Turn, subject: Subject): PlannedCall[]
  /** Why nothing is to be done after all; undefined to go on. */
  refusal?(turn: Turn, subject: Subject): string | undefined
  arguments(turn: Turn, subject: Subject): Record<string, unknown>
  /** The action as a noun: "Unlocking account jean.dupont". */
  label(turn: Turn, subject: Subject): string
  done(turn: Turn, subject: Subject, result: ToolResult): string
}

/** An intent that acts once: never before its subject is certain and its reads are in, and never twice. */
export function defineAction<Subject>(recipe: ActionRecipe<Subject>): Intent {
  const { tool, subject, reads, refusal, arguments: argumentsOf, label, done, ...intent } = recipe
  return {
    ...intent,
    acts: true,
    plan(turn) {
      if (lastResult(turn, tool)) return []
      const found = subject(turn)
      if (found.state === 'told') return []
      if (found.state === 'wanted') return stillWanted(turn, found.calls)
      const missing = stillWanted(turn, reads?.(turn, found.subject) ?? [])
      if (missing.length > 0) return missing
      if (refusal?.(turn, found.subject) !== undefined) return []
      return stillWanted(turn, [{ tool, arguments: argumentsOf(turn, found.subject) }])
    },
    render(turn) {
      const found = subject(turn)
      if (found.state === 'told') return found.text
      const result = lastResult(turn, tool)
      if (found.state === 'wanted') return ''
      if (!result) return refusal?.(turn, found.subject) ?? nothingDone(turn)
      const action = label(turn, found.subject)
      if (result.status === 'approval_required') return renderApproval(turn, action, result)
      return result.status === 'ok' ? done(turn, found.subject, result) : renderFailure(turn, action, result)
    },
  }
}

const nothingDone = (turn: Turn) =>
  say(turn, {
    fr: 'Je n’ai rien pu demander : rien n’a été fait.',
    en: 'I could not ask for it: nothing was done.',
  })
