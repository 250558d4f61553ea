import type { ActionTarget, Actor, Policy, PolicyRule, SecurityLevel, WeighedRule } from '@hub/contracts'
import { fitsFact, matcherText } from './fits-fact.ts'
import { isWorkingTime, localTime } from './working-hours.ts'

/** One call as the policy weighs it. */
export interface PolicyQuestion {
  toolName: string
  /** The least level of the tool. */
  level: SecurityLevel
  /** As the tool parses them, defaults included. */
  arguments: Record<string, unknown>
  target: Pick<ActionTarget, 'attributes'>
  /** Who asked for it; not who carries it out. */
  requester: Actor['type']
  /** Client of the ticket that the call names, beside the one of the target. */
  clientName?: string | null | undefined
  /** When it was asked for. */
  at: Date
}

type Condition = WeighedRule['conditions'][number]

const longestText = 120

/** Holds one rule against a call, condition by condition; pure. */
export function weighRule(policy: Policy, rule: PolicyRule, question: PolicyQuestion): WeighedRule {
  const { name, title = { fr: name, en: name }, raiseTo = null, terms = null, refuse = false } = rule
  const conditions = [
    ...callConditions(rule.when, question),
    ...factConditions('arguments', rule.when.arguments, question.arguments),
    ...factConditions('target', rule.when.target, question.target.attributes),
    ...timeConditions(policy, rule.when, question),
  ]
  return { name, title, matched: conditions.every(({ met }) => met), raiseTo, terms, refuse, conditions }
}

function callConditions(when: PolicyRule['when'], question: PolicyQuestion): Condition[] {
  const { toolName, level, requester } = question
  const { clientName: ofTarget } = question.target.attributes
  const clients = [ofTarget, question.clientName].filter((name) => typeof name === 'string')
  const wanted = new Set(when.clients?.map(foldName))
  return [
    ...(when.tools
      ? [condition('tool', when.tools.join(' | '), toolName, when.tools.includes(toolName))]
      : []),
    ...(when.level ? [condition('level', when.level, level, when.level === level)] : []),
    ...(when.clients
      ? [
          condition(
            'client',
            when.clients.join(' | '),
            clients.length > 0 ? [...new Set(clients)].join(' | ') : undefined,
            clients.some((name) => wanted.has(foldName(name))),
          ),
        ]
      : []),
    ...(when.requester
      ? [condition('requester', when.requester, requester, when.requester === requester)]
      : []),
  ]
}

function factConditions(
  kind: 'arguments' | 'target',
  wanted: PolicyRule['when']['arguments'] = {},
  facts: Record<string, unknown>,
): Condition[] {
  return Object.entries(wanted).map(([key, matcher]) => {
    const fact = Object.hasOwn(facts, key) ? facts[key] : undefined
    return condition(`${kind}.${key}`, matcherText(matcher), fact, fitsFact(matcher, fact))
  })
}

function timeConditions(policy: Policy, when: PolicyRule['when'], question: PolicyQuestion): Condition[] {
  const wanted = when.outsideWorkingHours
  if (wanted === undefined) return []
  const { workingHours } = policy
  const isOutside = !isWorkingTime(workingHours, question.at)
  const { date, time } = localTime(question.at, workingHours.timeZone)
  const actual = `${isOutside} (${date} ${time} ${workingHours.timeZone})`
  return [condition('outsideWorkingHours', String(wanted), actual, wanted === isOutside)]
}

function condition(fact: string, expected: string, actual: unknown, met: boolean): Condition {
  const text = actual === undefined || actual === null ? '-' : factText(actual)
  return { fact, expected, actual: text.slice(0, longestText), met }
}

function factText(fact: unknown): string {
  return typeof fact === 'object' ? JSON.stringify(fact) : String(fact)
}

/** Names of clients are written with and without accents, capitals and hyphens. */
function foldName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words?.join(' ') ?? name
}
