import type { ChatMessage } from '../provider.ts'
import type { Intent } from './intent.ts'
import { type Reading, readSentence } from './recognise.ts'
import { pickChoice } from './slots/choice.ts'
import { pointsBack, type SlotName, type Slots } from './slots/slots.ts'
import { findConcepts } from './text/concepts.ts'

const earlierRequestsRead = 6
const longestContinuation = 10
const longestBareReply = 5

export interface Understood {
  intent: Intent | undefined
  slots: Slots
}

const asksBack = (message: ChatMessage | undefined) => message?.content.trimEnd().endsWith('?') === true

/** Slots named now replace those of before that answer the same question (which account, which device). */
function mergeSlots(before: Slots, now: Slots): Slots {
  const kept: Slots = { ...before }
  if (now.login || now.personName) {
    delete kept.login
    delete kept.personName
  }
  if (now.hostnames || now.clientPhrase) delete kept.hostnames
  if (now.hostnames) {
    delete kept.clientPhrase
    delete kept.deviceKind
  }
  if (now.deviceKind) delete kept.hostnames
  return { ...kept, ...now }
}

function carry(slots: Slots, wanted: SlotName[], earlier: Slots[]): Slots {
  const missing = wanted.filter(
    (name) => slots[name] === undefined && !(name === 'login' && slots.personName !== undefined),
  )
  const found = missing.flatMap((name) => {
    const source = earlier.find((candidate) => candidate[name] !== undefined)
    return source ? [[name, source[name]]] : []
  })
  return { ...slots, ...Object.fromEntries(found) }
}

/** What a reply to our own question fills in: an item of the list that was offered, or the bare thing asked for. */
function readReply(sentence: string, question: string, asksFor: Intent['asksFor']): Slots {
  const choice = pickChoice(sentence, question)
  const text = choice ?? sentence
  const { slots } = readSentence(text)
  if (choice === undefined && Object.keys(slots).length > 0) return slots
  if (slots.hostnames || slots.clientPhrase) return slots
  if (text.split(/\s+/).length > longestBareReply || (choice === undefined && findConcepts(text).size > 0))
    return slots
  const bare = text.replace(/[.?!,;]+$/, '').trim()
  if (asksFor === 'ticketIds')
    return /^#?\d{1,9}$/.test(bare) ? { ticketIds: [Number(bare.replace('#', ''))] } : slots
  if (asksFor === 'login') return /^[a-z][\w.-]*$/i.test(bare) ? { login: bare.toLowerCase() } : slots
  return asksFor === 'clientPhrase' ? { clientPhrase: bare } : slots
}

/** Continues the request before this one: "et le routeur ?" asks the same of another thing. */
function continued(reading: Reading, sentence: string, before: ChatMessage[]): Understood | undefined {
  const lastUser = before.findLastIndex(({ role }) => role === 'user')
  const lastRequest = before[lastUser]
  if (!lastRequest || sentence.split(/\s+/).length > longestContinuation) return undefined
  const previous = understandConversation(lastRequest.content, before.slice(0, lastUser))
  if (!previous.intent) return undefined
  const answer = before.slice(lastUser).findLast(({ role }) => role === 'assistant')
  const isReply = asksBack(answer)
  if (previous.intent.acts && !isReply) return undefined
  const added = isReply ? readReply(sentence, answer?.content ?? '', previous.intent.asksFor) : reading.slots
  if (Object.keys(added).length === 0) return undefined
  return { intent: previous.intent, slots: mergeSlots(previous.slots, added) }
}

/** What `sentence` asks for, read together with the conversation before it. */
export function understandConversation(sentence: string, before: ChatMessage[]): Understood {
  const reading = readSentence(sentence)
  if (reading.recognised === undefined || reading.recognised.weak) {
    const continuation = continued(reading, sentence, before)
    if (continuation) return continuation
  }
  const intent = reading.recognised?.intent
  if (!intent?.carries || !pointsBack(sentence)) return { intent, slots: reading.slots }
  const earlier = before.filter(({ role }) => role === 'user').slice(-earlierRequestsRead)
  const earlierSlots = earlier.reverse().map(({ content }) => readSentence(content).slots)
  return { intent, slots: carry(reading.slots, intent.carries, earlierSlots) }
}
