import { toolCatalog } from '@hub/contracts'

export interface TypedFact {
  id: number
  key: string
  value: string
}
export type Scalar = string | number | boolean

/** Facts whose values have a kind; the others are read as they are typed. */
export const knownFacts = {
  clientName: 'text',
  privileged: 'boolean',
  vip: 'boolean',
  enabled: 'boolean',
  locked: 'boolean',
  status: 'text',
  hasRequester: 'boolean',
  recipientCount: 'number',
  deviceCount: 'number',
} as const
export type KnownFact = keyof typeof knownFacts

export function isKnownFact(key: string): key is KnownFact {
  return Object.hasOwn(knownFacts, key)
}

/** Facts that the target of a tool has: rules and grants can speak of no other. */
export function factNames(toolName: string): readonly string[] {
  return toolCatalog.get(toolName)?.targetFacts ?? []
}

/** The rows that still make sense for another tool, or one for its client. */
export function factsFor(toolName: string, facts: readonly TypedFact[]): TypedFact[] {
  const names = factNames(toolName)
  const kept = facts.filter(({ key }) => names.includes(key))
  if (kept.length > 0) return kept
  const [first] = names.includes('clientName') ? ['clientName'] : names
  return first === undefined ? [] : [{ id: 1, key: first, value: '' }]
}

const number = /^-?\d+(\.\d+)?$/

/**
 * The value that was typed for a fact: known facts have their kind; for others true, false and numbers are read,
 * and quotes keep text as it is.
 */
export function readScalar(key: string, typed: string): Scalar {
  const text = typed.trim()
  const kind = isKnownFact(key) ? knownFacts[key] : undefined
  if (kind === 'text') return text
  if (text === 'true' || text === 'false') return text === 'true'
  if (number.test(text)) return Number(text)
  return /^".*"$/.test(text) ? text.slice(1, -1) : text
}

/** Typed facts as the API takes them; rows without a name or a value are left out. */
export function readFacts(facts: readonly TypedFact[]): Record<string, Scalar> {
  const given = facts
    .map(({ key, value }) => ({ key: key.trim(), value }))
    .filter(({ key, value }) => key !== '' && value.trim() !== '')
  return Object.fromEntries(given.map(({ key, value }) => [key, readScalar(key, value)]))
}
