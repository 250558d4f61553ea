import type { ChatMessage } from '@hub/contracts'
import type { LiveAnswer } from '../stream/live-answers.ts'
import { answerOf, questionOf } from '../stream/to-message.ts'

export interface TimelineEntry {
  message: ChatMessage
  /** The answer on its way, when this entry shows it. */
  live: LiveAnswer | null
  /** The question that a new try asks again; null for a question and for an answer whose question is not read. */
  question: ChatMessage | null
  /** The answer before said the same notice: once is enough. */
  isNoticeRepeated: boolean
}

/** What the log shows, oldest first: the stored messages, then the answer on its way in place of its stored half. */
export function timeline(stored: ChatMessage[], live: LiveAnswer | undefined): TimelineEntry[] {
  const before = live ? beforeLive(stored, live) : stored
  const messages = live ? [...withoutLive(before, live), ...liveMessages(before, live)] : stored
  const liveId = live && !isStored(stored, live) ? answerOf(live).id : null
  const entries: TimelineEntry[] = []
  let question: ChatMessage | null = null
  let notice: string | null = null
  for (const message of messages) {
    const isAnswer = message.role === 'assistant' && message.kind === 'message'
    entries.push({
      message,
      live: live && message.id === liveId ? live : null,
      question: isAnswer ? question : null,
      isNoticeRepeated: isAnswer && message.notice !== null && message.notice.fr === notice,
    })
    if (message.role === 'user') question = message
    if (isAnswer) notice = message.notice?.fr ?? null
  }
  return entries
}

/** The messages that the answer on its way comes after, once another version takes the place of what follows. */
function beforeLive(stored: ChatMessage[], live: LiveAnswer): ChatMessage[] {
  const isRefused = live.phase === 'failed' && live.answer.messageId === null
  if (live.follows === undefined || isRefused || isStored(stored, live)) return stored
  const at = stored.findIndex(({ id }) => id === live.follows)
  return at < 0 && live.follows !== null ? stored : stored.slice(0, at + 1)
}

function isStored(stored: ChatMessage[], { answer }: LiveAnswer): boolean {
  return stored.some(({ id, status }) => id === answer.messageId && status !== 'streaming')
}

function withoutLive(stored: ChatMessage[], live: LiveAnswer): ChatMessage[] {
  if (isStored(stored, live)) return stored
  return stored.filter(({ id }) => id !== live.answer.messageId)
}

function liveMessages(stored: ChatMessage[], live: LiveAnswer): ChatMessage[] {
  if (isStored(stored, live)) return []
  const question = questionOf(live)
  const isAsked = question === null || stored.some(({ id }) => id === question.id)
  // Refused before it started: the text is back in the composer and nothing was said.
  if (live.phase === 'failed' && live.answer.messageId === null) return []
  return [...(isAsked ? [] : [question]), answerOf(live)]
}
