import type { AskedSlot, Intent } from './intent.ts'
import { readSentence, recognise } from './recognise.ts'
import { pickChoice } from './slots/choice.ts'
import type { Slots } from './slots/slots.ts'
import { splitAtColon } from './slots/split-body.ts'
import { findConcepts } from './text/concepts.ts'

const longestBareReply = 5

const fillers: Record<Exclude<AskedSlot, 'body'>, (bare: string) => Slots> = {
  ticketIds: (bare) =>
    /^(?:(?:le|the|n°|#)\s*)?\d{1,9}$/i.test(bare) ? { ticketIds: [Number(bare.replace(/\D/g, ''))] } : {},
  alertId: (bare) => (/^#?\d{1,10}$/.test(bare) ? { alertId: Number(bare.replace('#', '')) } : {}),
  login: (bare) =>
    /^[a-z][\w.-]*$/.test(bare)
      ? { login: bare.toLowerCase() }
      : /^\p{L}[\p{L}'-]*(?:\s+\p{L}[\p{L}'-]*){0,2}$/u.test(bare)
        ? { personName: bare }
        : {},
  clientPhrase: (bare) => ({ clientPhrase: bare }),
  group: (bare) => ({ group: bare }),
}

function asBody(sentence: string, known: Slots): Slots {
  const { head, body } = splitAtColon(sentence)
  const { slots } = readSentence(head)
  const { body: _body, ...named } = slots
  return body !== undefined && Object.keys(named).length > 0
    ? { ...named, body }
    : { body: sentence.trim(), ...(known.clientPhrase === undefined && named) }
}

const isNamed = (slots: Slots, name: AskedSlot) =>
  slots[name] !== undefined || (name === 'login' && slots.personName !== undefined)

interface Asked {
  intent: Intent
  slots: Slots
}

/** The first thing a request still asks for; undefined when nothing is missing. */
export const missingSlot = ({ intent, slots }: Asked): AskedSlot | undefined =>
  intent.asksFor?.find((name) => !isNamed(slots, name))

/** What a reply to our own question fills in: an item of the list that was offered, or the bare thing asked for. */
export function readReply(sentence: string, question: string, asked: Asked): Slots {
  const choice = pickChoice(sentence, question)
  const wanted = missingSlot(asked)
  const wantsBody = wanted !== undefined && asked.intent.asksFor?.includes('body') && !asked.slots.body
  if (choice === undefined && (wanted === 'body' || (wantsBody && splitAtColon(sentence).body)))
    return isQuestionOrOrder(sentence) ? {} : asBody(sentence, asked.slots)
  const text = choice ?? sentence
  const { slots } = readSentence(text)
  if (choice === undefined && Object.keys(slots).length > 0) return slots
  if (slots.hostnames || slots.clientPhrase) return slots
  if (text.split(/\s+/).length > longestBareReply || (choice === undefined && findConcepts(text).size > 0))
    return slots
  const bare = text.replace(/[.?!,;]+$/, '').trim()
  const name = wanted ?? asked.intent.asksFor?.[0]
  return name === undefined || name === 'body' ? slots : { ...slots, ...fillers[name](bare) }
}

/** A new request in place of the text that was asked for. */
function isQuestionOrOrder(sentence: string): boolean {
  const recognised = recognise(readSentence(sentence))
  return recognised !== undefined && (recognised.intent.acts === true || /\?\s*$/.test(sentence))
}
