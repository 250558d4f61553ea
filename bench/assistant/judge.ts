import { toolCatalog } from '@hub/contracts'
import type { Call, Played } from './play.ts'
import type { Labelled } from './read-utterances.ts'

// Figures that every call of a tool may carry, and texts made from those that are compared.
const open = new Set(['limit', 'page', 'mustChangeAtNextLogon', 'subject', 'description', 'language'])

const fold = (value: unknown) =>
  String(value)
    .normalize('NFD')
    .replace(/[\p{Diacritic}\u2019']/gu, '')
    .toLowerCase()
    .trim()

const changes = ({ tool }: Call) => toolCatalog.get(tool)?.annotations.readOnlyHint === false

function sameArguments(actual: Record<string, unknown>, expected: 'any' | Record<string, unknown>): boolean {
  if (expected === 'any') return true
  const names = new Set([...Object.keys(actual).filter((name) => !open.has(name)), ...Object.keys(expected)])
  return [...names].every(
    (name) =>
      expected[name] === 'any' ||
      (name in actual && name in expected && fold(actual[name]) === fold(expected[name])),
  )
}

export interface Verdict {
  intentRight: boolean
  argumentsRight: boolean
}

/** Whether a played utterance was understood as labelled; an action that was not asked for is always wrong. */
export function judge(labelled: Labelled, { intentId, acts, calls, text }: Played): Verdict {
  const writes = calls.filter(changes)
  if (labelled.intent === '-') {
    const isQuiet = !acts && writes.length === 0
    return { intentRight: isQuiet, argumentsRight: isQuiet }
  }
  const intentRight = intentId === labelled.intent
  if (labelled.asks)
    return { intentRight, argumentsRight: writes.length === 0 && text.trimEnd().endsWith('?') }
  if (labelled.call === 'none') return { intentRight, argumentsRight: calls.length === 0 }
  const wanted = Object.entries(labelled.call ?? {})
  const isMade = wanted.every(([tool, expected]) =>
    calls.some((call) => call.tool === tool && sameArguments(call.arguments, expected)),
  )
  const isExpected = writes.every(({ tool }) => wanted.some(([name]) => name === tool))
  return { intentRight, argumentsRight: isMade && isExpected }
}
