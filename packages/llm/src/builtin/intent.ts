import type { LocalizedText } from '@hub/contracts'
import type { Cue } from './recognise.ts'
import type { PassageRow } from './shapes.ts'
import type { SlotName, Slots } from './slots/slots.ts'
import type { Language } from './text/language.ts'
import type { ToolResult } from './tool-results.ts'

export interface PlannedCall {
  tool: string
  arguments: Record<string, unknown>
}

/** Everything an intent may look at while it plans and writes one answer. */
export interface Turn {
  utterance: string
  language: Language
  slots: Slots
  /** What the sentence says, beside what it names. */
  cues: ReadonlySet<Cue>
  results: readonly ToolResult[]
  /** The results of the turn before this one. */
  earlier: readonly ToolResult[]
  /** Passages of the knowledge base that the system message brought along. */
  passages: readonly PassageRow[]
  /** Names of the tools that this request offers. */
  offered: ReadonlySet<string>
  timeZone: string
}

/** A sentence has the pattern when every given condition holds; the heaviest pattern of all intents wins. */
export interface Pattern {
  weight: number
  all?: Cue[]
  any?: Cue[]
  none?: Cue[]
  slots?: SlotName[]
  without?: SlotName[]
  /** True when the sentence only names a thing: an open question of the conversation comes first. */
  weak?: boolean
}

/** What a question of the assistant may ask for. */
export type AskedSlot = 'login' | 'ticketIds' | 'clientPhrase' | 'body' | 'group' | 'alertId'

/** One thing the assistant can do without a model: how it is asked, what it reads or asks for, how it answers. */
export interface Intent {
  id: string
  /** What it does, for the list of abilities. */
  title: LocalizedText
  example: LocalizedText
  /** The tools it cannot do without; none for plain talk. */
  needs: string[]
  /** It writes or asks for a write: never continued from an older request unless the assistant asked something. */
  acts?: boolean
  /** Talk beside the requests: what was asked before it stays the subject. */
  isAside?: boolean
  /** Its subject is free text: "et outlook ?" asks the same of other words. */
  takesWords?: boolean
  /** Slots that may come from earlier sentences when this one points back ("son mot de passe"). */
  carries?: SlotName[]
  /** What it asks for when it is missing, in this order: a bare reply fills in the first ("jdupont", "1234"). */
  asksFor?: AskedSlot[]
  patterns: Pattern[]
  /** Calls still wanted, given the results so far; none when the answer can be written. */
  plan(turn: Turn): PlannedCall[]
  /** The answer in markdown, from the slots and the tool results alone. */
  render(turn: Turn): string
}
