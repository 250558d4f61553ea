import {
  type ActionTarget,
  higherLevel,
  type Policy,
  type PolicyTerms,
  type SecurityLevel,
} from '@hub/contracts'

export interface PolicyQuestion {
  toolName: string
  level: SecurityLevel
  arguments: Record<string, unknown>
  target: ActionTarget
}

export interface PolicyAnswer {
  level: SecurityLevel
  /** Names of the rules that matched. */
  rules: string[]
  /** What the gate asks; null below L3, where nobody is asked. */
  terms: PolicyTerms | null
}

type PolicyRule = Policy['rules'][number]

/** Decides the level and the terms of one call; pure. */
export function evaluatePolicy(policy: Policy, question: PolicyQuestion): PolicyAnswer {
  const matching = policy.rules.filter((rule) => matches(rule, question))
  const level = matching.reduce((highest, rule) => higherLevel(highest, rule.raiseTo ?? 'L0'), question.level)
  return {
    level,
    rules: matching.map((rule) => rule.name),
    terms: level === 'L3' || level === 'L4' ? policy.levels[level] : null,
  }
}

function matches({ when }: PolicyRule, question: PolicyQuestion): boolean {
  if (when.tools && !when.tools.includes(question.toolName)) return false
  return (
    includesAll(question.arguments, when.arguments) && includesAll(question.target.attributes, when.target)
  )
}

function includesAll(values: Record<string, unknown>, wanted: Record<string, unknown> = {}): boolean {
  return Object.entries(wanted).every(([key, value]) => values[key] === value)
}
