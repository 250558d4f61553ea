import type { QueryClient } from '@tanstack/react-query'
import { sendMessage } from '../api/answer-stream.ts'
import { emptyAnswer } from './answer.ts'
import type { Question } from './ask.ts'
import { followLive } from './follow-live.ts'
import { beginAnswer, forgetAnswer, useLiveAnswers } from './live-answers.ts'
import { settle } from './settle.ts'

interface QueuedQuestion extends Question {
  conversationId: string
  /** The same one sent twice is one question. */
  requestKey: string
}

/**
 * Sends a message that waited, and follows its answer. Resolves once the answer has started, or with what refused it;
 * the composer and its draft are left alone.
 */
export async function askQueued(
  client: QueryClient,
  { conversationId, mode, content, attachments = [], requestKey }: QueuedQuestion,
): Promise<{ isStarted: true } | { isStarted: false; failure: unknown }> {
  const controller = new AbortController()
  const question = { content, mode, sentAt: new Date().toISOString(), attachments }
  beginAnswer(conversationId, { question, messageId: null, abort: () => controller.abort() })
  const attachmentIds = attachments.map(({ id }) => id)
  const input = { conversationId, mode, content, requestKey, attachmentIds }
  const start = watchStart(conversationId)
  const following = followLive(client, {
    conversation: conversationId,
    answer: emptyAnswer(),
    signal: controller.signal,
    send: () => sendMessage(input, controller.signal),
  })
  const hasStarted = await Promise.race([
    start.promise,
    following.then(({ answer }) => answer.messageId !== null),
  ])
  start.stop()
  if (hasStarted) {
    void following.then((followed) => settle(client, followed))
    return { isStarted: true }
  }
  const { failure } = await following
  forgetAnswer(conversationId)
  return { isStarted: false, failure }
}

function watchStart(conversation: string): { promise: Promise<true>; stop: () => void } {
  let stop: (() => void) | undefined
  const promise = new Promise<true>((resolve) => {
    stop = useLiveAnswers.subscribe(({ byConversation }) => {
      if (byConversation[conversation]?.answer.messageId) resolve(true)
    })
  })
  return { promise, stop: () => stop?.() }
}
