import type { Intent, Pattern } from './intent.ts'
import { intents } from './intents/index.ts'
import { extractSlots, type Slots } from './slots/slots.ts'
import { longestHead, splitBody } from './slots/split-body.ts'
import { readRequest } from './text/concepts.ts'
import { actionConcepts, type Concept } from './text/lexicon.ts'

/** A concept, or that an action is named and not asked for: forbidden (`refused`), told or asked about (`blocked`), in words that are no order (`unsure`). */
export type Cue = Concept | 'refused' | 'blocked' | 'unsure'

export interface Recognised {
  intent: Intent
  weak: boolean
  weight: number
}

/** What one sentence says, before it is decided what it asks for. */
export interface Reading {
  slots: Slots
  cues: ReadonlySet<Cue>
}

/** Slots and cues that a sentence takes over from the conversation. */
export interface Context {
  carried: Slots
  /** Cues of this very sentence, where others come from the one before: patterns that use them come first. */
  fresh?: ReadonlySet<Cue>
}

const freshBonus = 3

function matches(pattern: Pattern, { cues, slots }: Reading, carried: Slots): boolean {
  return (
    (pattern.all ?? []).every((cue) => cues.has(cue)) &&
    (pattern.any === undefined || pattern.any.some((cue) => cues.has(cue))) &&
    !(pattern.none ?? []).some((cue) => cues.has(cue)) &&
    (pattern.slots ?? []).every(
      (slot) => slots[slot] !== undefined || (!pattern.weak && carried[slot] !== undefined),
    ) &&
    !(pattern.without ?? []).some((slot) => slots[slot] !== undefined)
  )
}

const usesFresh = ({ all = [], any = [] }: Pattern, fresh: ReadonlySet<Cue> | undefined) =>
  fresh !== undefined && [...all, ...any].some((cue) => fresh.has(cue))

/** A text after a colon that asks something, with no word that says to write it anywhere. */
const isAskedText = (head: string, sentence: string, concepts: ReadonlySet<Concept>) =>
  head !== sentence && /\?\s*$/.test(sentence) && ![...concepts].some((name) => actionConcepts.has(name))

/** The slots and the cues of one sentence. */
export function readSentence(sentence: string): Reading {
  const whole = splitBody(sentence).head
  const head = whole.slice(0, longestHead)
  const { concepts, isBlocked, isRefusal, isUnsure } = readRequest(head)
  const cues = new Set<Cue>(concepts)
  if (isBlocked) cues.add('blocked')
  if (isRefusal) cues.add('refused')
  if (isUnsure || whole.length > longestHead || isAskedText(whole, sentence, concepts)) cues.add('unsure')
  return { slots: extractSlots(sentence), cues }
}

/** The intent of the heaviest pattern that fits; of two of one weight the earlier intent wins. */
export function recognise(
  reading: Reading,
  { carried, fresh }: Context = { carried: {} },
): Recognised | undefined {
  let best: Recognised | undefined
  for (const intent of intents) {
    for (const pattern of intent.patterns) {
      const weight = pattern.weight + (usesFresh(pattern, fresh) ? freshBonus : 0)
      if (best && weight <= best.weight) continue
      if (matches(pattern, reading, carried)) best = { intent, weak: pattern.weak ?? false, weight }
    }
  }
  return best
}
