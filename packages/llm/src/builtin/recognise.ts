import type { Intent, Pattern } from './intent.ts'
import { intents } from './intents/index.ts'
import { splitFollowup } from './slots/followup-body.ts'
import { extractSlots, type Slots } from './slots/slots.ts'
import { findConcepts } from './text/concepts.ts'
import type { Concept } from './text/lexicon.ts'

export interface Recognised {
  intent: Intent
  weak: boolean
}

export interface Reading {
  slots: Slots
  recognised: Recognised | undefined
}

function matches(pattern: Pattern, concepts: ReadonlySet<Concept>, slots: Slots): boolean {
  return (
    (pattern.all ?? []).every((concept) => concepts.has(concept)) &&
    (pattern.any === undefined || pattern.any.some((concept) => concepts.has(concept))) &&
    !(pattern.none ?? []).some((concept) => concepts.has(concept)) &&
    (pattern.slots ?? []).every((slot) => slots[slot] !== undefined) &&
    !(pattern.without ?? []).some((slot) => slots[slot] !== undefined)
  )
}

/** What one sentence asks for on its own, and what it names. */
export function readSentence(sentence: string): Reading {
  const slots = extractSlots(sentence)
  const concepts = findConcepts(splitFollowup(sentence).head)
  const candidates = intents.flatMap((intent) =>
    intent.patterns
      .filter((pattern) => matches(pattern, concepts, slots))
      .map((pattern) => ({ intent, weak: pattern.weak ?? false, weight: pattern.weight })),
  )
  const [best] = candidates.sort((a, b) => b.weight - a.weight)
  return { slots, recognised: best && { intent: best.intent, weak: best.weak } }
}
