import type { ChatMessage } from '../provider.ts'
import type { Intent } from './intent.ts'
import { isBareReply, isWholeRepeat } from './order/is-bare-reply.ts'
import { isWholeOrder } from './order/is-whole-order.ts'
import { leavesOpen } from './order/leaves-open.ts'
import { isWholeYes, takesBack } from './order/whole-yes.ts'
import { missingSlot, readReply } from './read-reply.ts'
import { type Cue, type Reading, type Recognised, readSentence, recognise } from './recognise.ts'
import { asksToConfirm } from './render/outcome.ts'
import { carriable, mergeSlots, withCarried } from './slots/carry.ts'
import { pickChoice } from './slots/choice.ts'
import { pointsBack, type Slots } from './slots/slots.ts'
import { splitAtColon } from './slots/split-body.ts'
import { actionConcepts, type Concept } from './text/lexicon.ts'

const earlierRequestsRead = 8
const longestContinuation = 10
const clearWeight = 4
const fewWords = 4

export interface Understood {
  intent: Intent | undefined
  slots: Slots
  cues: ReadonlySet<Cue>
}

type Found = Omit<Understood, 'cues'>

/** What the conversation was about before a sentence. */
interface Before {
  /** The last request that was understood. */
  previous?: Understood
  /** What earlier sentences name, newest first. */
  named: Slots[]
  /** The last answer, when the built-in engine wrote it and it ends with a question: a model's text may be steered. */
  question?: string
}

const moods: ReadonlySet<Cue> = new Set<Cue>([
  'refused',
  'blocked',
  'unsure',
  'past',
  'negated',
  'whether',
  'narrow',
  'again',
])
const isAction = (cue: Cue) => actionConcepts.has(cue as Concept)
const without = (cues: Iterable<Cue>, left: (cue: Cue) => boolean) =>
  new Set([...cues].filter((cue) => !left(cue)))
const isShort = (sentence: string) => sentence.trim().split(/\s+/).length <= longestContinuation

/** A reply to our question: the request before goes on with what it fills in. */
function replied(sentence: string, { previous, question }: Before): Found | undefined {
  if (question === undefined || !previous?.intent) return undefined
  const asked = { intent: previous.intent, slots: previous.slots }
  const choice = pickChoice(sentence, question)
  if (previous.intent.acts && choice === undefined && missingSlot(asked) === undefined) return undefined
  const added = readReply(sentence, question, asked)
  if (Object.keys(added).length === 0) return undefined
  if (previous.intent.acts && choice !== undefined && !leavesOpen(asked, added)) return undefined
  return { intent: previous.intent, slots: mergeSlots(previous.slots, added) }
}

/** "et le routeur ?" asks the same of another thing; an action is only repeated when that is said ("the same for"). */
function continued(reading: Reading, { previous }: Before): Found | undefined {
  if (!previous?.intent) return undefined
  const slots = mergeSlots(previous.slots, reading.slots)
  if (previous.intent.acts) {
    const isRepeat = reading.cues.has('again') && Object.keys(reading.slots).length > 0
    return isRepeat ? { intent: previous.intent, slots } : undefined
  }
  const kept = without(previous.cues, (cue) => isAction(cue) || moods.has(cue))
  const fresh = new Set([...reading.cues].filter((cue) => cue !== 'narrow' && !previous.cues.has(cue)))
  const isOfWords = previous.intent.takesWords === true && reading.cues.has('narrow')
  if (fresh.size === 0 && Object.keys(reading.slots).length === 0 && !isOfWords) return undefined
  const both = { slots, cues: new Set([...kept, ...reading.cues]) }
  const recognised = recognise(both, { carried: {}, fresh })
  const isStronger = recognised !== undefined && !recognised.weak && !recognised.intent.isAside
  return { intent: isStronger ? recognised.intent : previous.intent, slots }
}

const isClear = (recognised: Recognised | undefined) =>
  recognised !== undefined && !recognised.weak && recognised.weight >= clearWeight

/** The request of one sentence; a few words may leave out what they are about, unless they ask for an action. */
function recogniseHere(sentence: string, reading: Reading, { named }: Before) {
  const points = pointsBack(sentence)
  const mayCarry = points || sentence.trim().split(/\s+/).length <= fewWords
  const carried = mayCarry ? carriable(reading.slots, named) : {}
  const own = recognise(reading, { carried })
  if (points || own?.intent.acts !== true) return { own, carried }
  return { own: recognise(reading), carried: {} }
}

/** A yes to "shall I do it?": the action that was asked for in unsure words is now ordered. */
function confirmed(sentence: string, { previous, question }: Before): Understood | undefined {
  if (question === undefined || !asksToConfirm(question)) return undefined
  if (!previous?.cues.has('unsure') || !previous.intent?.acts) return undefined
  return isWholeYes(sentence) && missingSlot({ intent: previous.intent, slots: previous.slots }) === undefined
    ? { ...previous, cues: without(previous.cues, (cue) => cue === 'unsure') }
    : undefined
}

/** A yes with something else beside it, to our question about an action: asked again. */
function halfConfirmed(cues: ReadonlySet<Cue>, { previous, question }: Before): Understood | undefined {
  if (question === undefined || !previous?.intent?.acts || !cues.has('yes')) return undefined
  return missingSlot({ intent: previous.intent, slots: previous.slots }) === undefined
    ? { ...previous, cues: new Set([...previous.cues, 'unsure']) }
    : undefined
}

const allCues = (before: Before, cues: ReadonlySet<Cue>) =>
  new Set([...(before.previous?.cues ?? []), ...cues])

/** Whether a reply to our question holds what was asked for and nothing else; the text of a note is free. */
function isPlainReply(sentence: string, { question }: Before, reply: Found): boolean {
  if (pickChoice(sentence, question ?? '') !== undefined) return true
  if (takesBack(sentence)) return false
  const { body } = reply.slots
  if (isWholeYes(sentence) || sentence.includes('?')) return false
  if (body === undefined) return isBareReply(sentence, reply.slots)
  const { head } = splitAtColon(sentence)
  return body === sentence.trim() || isBareReply(head, reply.slots)
}

/** An action that is not ordered by all of what was said is asked about, never done. */
const surely = (understood: Understood, isOrdered: () => boolean): Understood =>
  understood.intent?.acts === true && !isOrdered()
    ? { ...understood, cues: new Set([...understood.cues, 'unsure']) }
    : understood

const orders =
  (sentence: string, { intent, slots }: Found) =>
  () =>
    intent !== undefined && isWholeOrder(sentence, { intentId: intent.id, slots })

function understandNext(sentence: string, before: Before): Understood {
  const reading = readSentence(sentence)
  const { cues, slots } = reading
  const yes = confirmed(sentence, before)
  if (yes) return yes
  const { own, carried } = recogniseHere(sentence, reading, before)
  const wantsBody = own?.intent.acts !== true && before.previous?.intent?.asksFor?.includes('body') === true
  if (own?.intent.id !== 'cancel' && (!isClear(own) || wantsBody)) {
    const reply = replied(sentence, before)
    if (reply)
      return surely({ ...reply, cues: allCues(before, cues) }, () => isPlainReply(sentence, before, reply))
    const half = halfConfirmed(cues, before)
    if (half) return half
  }
  const mayContinue =
    isShort(sentence) && own?.intent.isAside !== true && (own === undefined || own.weak || cues.has('narrow'))
  if (mayContinue && (!isClear(own) || cues.has('again'))) {
    const found = continued(reading, before)
    const isRepeat = () => before.previous?.intent?.acts === true && isWholeRepeat(sentence, slots)
    if (found)
      return surely({ ...found, cues: allCues(before, cues) }, () => isRepeat() || orders(sentence, found)())
  }
  const found = { intent: own?.intent, slots: withCarried(slots, carried, own?.intent.carries ?? []) }
  return surely({ ...found, cues }, orders(sentence, found))
}

function remember(before: Before, now: Understood): Before {
  const named = [now.slots, ...before.named]
  if (now.intent?.id === 'cancel') return { named }
  const isKept = now.intent === undefined || now.intent.isAside === true
  const previous = isKept ? before.previous : now
  return { named, ...(previous && { previous }) }
}

/** What `sentence` asks for, read together with the conversation before it: only what people wrote decides. */
export function understandConversation(sentence: string, messages: ChatMessage[]): Understood {
  const asked = messages.flatMap(({ role }, index) => (role === 'user' ? [index] : []))
  const recent = asked.slice(-earlierRequestsRead)
  let before: Before = { named: [] }
  for (const [rank, index] of recent.entries()) {
    const now = understandNext(messages[index]?.content ?? '', before)
    const answer = messages.slice(index + 1, recent[rank + 1]).findLast(({ role }) => role === 'assistant')
    const isOurs = answer?.provider === 'builtin' && answer.content.trimEnd().endsWith('?')
    const question = isOurs ? answer.content : undefined
    before = { ...remember(before, now), ...(question !== undefined && { question }) }
  }
  return understandNext(sentence, before)
}
