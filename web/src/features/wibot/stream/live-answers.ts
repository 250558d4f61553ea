import type { Attachment, ChatMode } from '@hub/contracts'
import { create } from 'zustand'
import { type Answer, emptyAnswer } from './answer.ts'

/** Key of the conversation that has no id before its first answer starts. */
export const newConversation = 'new'

export type Phase = 'sending' | 'writing' | 'reconnecting' | 'stopping' | 'ended' | 'failed'

/** An answer on its way, with what was asked. It outlives the page that shows it. */
export interface LiveAnswer {
  /** What the person wrote; null when the answer was resumed after a reload. */
  question: { content: string; mode: ChatMode; sentAt: string; attachments?: Attachment[] } | null
  /** The message it follows when that is not the last one shown: what came after leaves the screen. Null for none. */
  follows?: string | null | undefined
  beganAt: string
  answer: Answer
  phase: Phase
  /** What ended the phase `failed`; the typed text is back in the composer then. */
  failure: unknown
  abort: () => void
}

interface LiveAnswers {
  /** By conversation id, or `newConversation`. */
  byConversation: Record<string, LiveAnswer>
  /** Id that the new conversation received, for the page to go there. */
  started: string | null
}

/** The answers being written, one per conversation at most. */
export const useLiveAnswers = create<LiveAnswers>(() => ({ byConversation: {}, started: null }))

/** The answer on its way in a conversation, if any. */
export function liveAnswer(conversation: string): LiveAnswer | undefined {
  return useLiveAnswers.getState().byConversation[conversation]
}

/** True while nothing else can be asked in the conversation. */
export function isBusy(live: LiveAnswer | undefined): boolean {
  return live !== undefined && live.phase !== 'ended' && live.phase !== 'failed'
}

/** Puts an answer on its way. */
export function beginAnswer(
  conversation: string,
  begin: Pick<LiveAnswer, 'question' | 'abort' | 'follows'> & { messageId: string | null },
): void {
  const { messageId, ...facts } = begin
  const answer = emptyAnswer(messageId)
  const beganAt = new Date().toISOString()
  setLive(conversation, {
    ...facts,
    answer,
    beganAt,
    phase: messageId ? 'writing' : 'sending',
    failure: null,
  })
}

/** Changes an answer on its way; nothing happens once it is gone. */
export function changeAnswer(conversation: string, change: Partial<LiveAnswer>): void {
  const live = liveAnswer(conversation)
  if (live) setLive(conversation, { ...live, ...change })
}

/** Gives the new conversation its id, once its first answer has started. */
export function nameConversation(id: string): void {
  useLiveAnswers.setState(({ byConversation: { [newConversation]: live, ...others } }) =>
    live ? { byConversation: { ...others, [id]: live }, started: id } : {},
  )
}

/** Forgets an answer: its stored message takes its place, or it was put away. */
export function forgetAnswer(conversation: string): void {
  useLiveAnswers.setState(({ byConversation: { [conversation]: _, ...others } }) => ({
    byConversation: others,
  }))
}

function setLive(conversation: string, live: LiveAnswer): void {
  useLiveAnswers.setState(({ byConversation }) => ({
    byConversation: { ...byConversation, [conversation]: live },
  }))
}

/** Lets every answer go, without stopping any: the tab has another reader. */
export function forgetAllAnswers(): void {
  for (const live of Object.values(useLiveAnswers.getState().byConversation)) live.abort()
  useLiveAnswers.setState({ byConversation: {}, started: null })
}
