import type { ChatMessage, ChatRequest } from '../provider.ts'
import type { Intent, PlannedCall, Turn } from './intent.ts'
import { renderAbilities } from './intents/help.ts'
import { abilities } from './intents/index.ts'
import { renderKnowledge } from './intents/knowledge.ts'
import { paragraphs, say } from './render/blocks.ts'
import { renderConfirmation, renderUnavailable } from './render/outcome.ts'
import { passagesOf } from './render/passages.ts'
import type { Slots } from './slots/slots.ts'
import { systemPassages } from './system-passages.ts'
import { detectLanguage } from './text/language.ts'
import { readToolResults } from './tool-results.ts'
import { understandConversation } from './understand.ts'

export type Answer = { calls: PlannedCall[] } | { text: string }

const mostRounds = 8

function renderUnknown(turn: Turn): string {
  return paragraphs(
    say(turn, {
      fr: 'Je réponds sans modèle de langage et je ne reconnais pas cette demande.',
      en: 'I answer without a language model and I do not recognise this request.',
    }),
    renderAbilities(turn, abilities),
  )
}

function writeAnswer(intent: Intent | undefined, turn: Turn): string {
  if (!intent) return passagesOf(turn).length > 0 ? renderKnowledge(turn) : renderUnknown(turn)
  if (intent.id === 'help') return paragraphs(intent.render(turn), renderAbilities(turn, abilities))
  const missing = intent.needs.filter((tool) => !turn.offered.has(tool))
  const hasWhatItNeeds = missing.every((tool) => turn.results.some((result) => result.tool === tool))
  if (!hasWhatItNeeds)
    return passagesOf(turn).length > 0 ? renderKnowledge(turn) : renderUnavailable(turn, missing)
  return intent.render(turn)
}

const isTalk = ({ role, isData }: ChatMessage) => role !== 'system' && isData !== true

/** What the last message of a conversation is understood as: the intent, undefined when none fits, and what it names. */
export function understandMessages(messages: ChatMessage[]): {
  intentId: string | undefined
  slots: Slots
  acts: boolean
} {
  const talk = messages.filter(isTalk)
  const at = talk.findLastIndex(({ role }) => role === 'user')
  const { intent, slots, cues } = understandConversation(
    talk[at]?.content ?? '',
    talk.slice(0, Math.max(at, 0)),
  )
  return { intentId: intent?.id, slots, acts: intent?.acts === true && !cues.has('unsure') }
}

/** The next step of the conversation: tools to call, or the answer written from their results. */
export function answer(request: ChatRequest, timeZone: string): Answer {
  const talk: ChatMessage[] = request.messages.filter(isTalk)
  const at = talk.findLastIndex(({ role }) => role === 'user')
  const utterance = talk[at]?.content ?? ''
  const before = talk.slice(0, Math.max(at, 0)).findLastIndex(({ role }) => role === 'user')
  const since = talk.slice(at + 1)
  const { intent, slots, cues } = understandConversation(utterance, talk.slice(0, Math.max(at, 0)))
  const turn: Turn = {
    utterance,
    slots,
    cues,
    language: detectLanguage(utterance, request.locale),
    results: readToolResults(since),
    earlier: readToolResults(talk.slice(Math.max(before, 0), Math.max(at, 0))),
    passages: systemPassages(request.messages, utterance),
    offered: new Set(request.tools.map(({ name }) => name)),
    timeZone,
  }
  const rounds = since.filter(({ role }) => role === 'assistant').length
  const isServed = intent?.needs.every((tool) => turn.offered.has(tool)) === true
  if (intent?.acts && isServed && cues.has('unsure')) return { text: renderConfirmation(turn, intent) }
  const calls = intent && isServed && rounds < mostRounds ? intent.plan(turn) : []
  return calls.length > 0 ? { calls } : { text: writeAnswer(intent, turn) }
}
