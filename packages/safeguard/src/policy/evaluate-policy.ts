import {
  higherLevel,
  type Policy,
  type PolicyExplanation,
  type PolicyTerms,
  type SecurityLevel,
  type WeighedRule,
} from '@hub/contracts'
import { stricterTerms } from './stricter-terms.ts'
import { type PolicyQuestion, weighRule } from './weigh-rule.ts'

export interface PolicyAnswer {
  level: SecurityLevel
  outcome: PolicyExplanation['outcome']
  /** What the gate asks; null where nobody is asked. */
  terms: PolicyTerms | null
  /** Names of the rules that matched. */
  rules: string[]
  /** Every rule, with what was held against it. */
  weighed: WeighedRule[]
}

/** Decides the level and the terms of one call; pure. One more rule never gives a lower level or looser terms. */
export function evaluatePolicy(policy: Policy, question: PolicyQuestion): PolicyAnswer {
  const weighed = policy.rules.map((rule) => weighRule(policy, rule, question))
  const matching = weighed.filter(({ matched }) => matched)
  const level = matching.reduce((highest, rule) => higherLevel(highest, rule.raiseTo ?? 'L0'), question.level)
  const rules = matching.map(({ name }) => name)
  if (matching.some(({ refuse }) => refuse)) return { level, outcome: 'refused', terms: null, rules, weighed }
  if (level !== 'L3' && level !== 'L4') return { level, outcome: 'allowed', terms: null, rules, weighed }
  const terms = matching.reduce(
    (strictest, rule) => stricterTerms(strictest, rule.terms ?? {}),
    policy.levels[level],
  )
  return { level, outcome: 'approval', terms, rules, weighed }
}
