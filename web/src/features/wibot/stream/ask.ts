import type { Attachment, ChatMode, ConversationBinding } from '@hub/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../lib/api-error.ts'
import { regenerateAnswer, sendMessage, stopStream } from '../api/answer-stream.ts'
import { conversationQuery } from '../api/conversations.ts'
import { emptyDraft, restoreDraft } from '../composer/drafts.ts'
import { emptyAnswer } from './answer.ts'
import { type Followed, followLive } from './follow-live.ts'
import {
  beginAnswer,
  changeAnswer,
  forgetAnswer,
  isBusy,
  liveAnswer,
  newConversation,
} from './live-answers.ts'
import { settle } from './settle.ts'

export interface Question {
  /** Null for a new conversation. */
  conversationId: string | null
  mode: ChatMode
  content: string
  attachments?: Attachment[]
  /** What a new conversation is about. */
  binding?: ConversationBinding | null | undefined
}

/** A question that takes the place of another one. */
export interface AskOptions {
  /** What it follows: null for a new first question. */
  parentId: string | null
  /** Gives the text back to where it was written. */
  onRefused: () => void
}

/** Sends a question and follows its answer to the end. Refused before the answer starts, the text returns to the composer. */
export async function ask(client: QueryClient, asked: Question, edit?: AskOptions): Promise<void> {
  const { conversationId, mode, content, attachments = [], binding } = asked
  const conversation = conversationId ?? newConversation
  if (isBusy(liveAnswer(conversation))) return
  const controller = new AbortController()
  const question = { content, mode, sentAt: new Date().toISOString(), attachments }
  const place = edit ? { follows: edit.parentId } : {}
  beginAnswer(conversation, { question, messageId: null, abort: () => controller.abort(), ...place })
  if (!edit) emptyDraft(conversation)
  const input = {
    mode,
    content,
    requestKey: crypto.randomUUID(),
    ...(conversationId ? { conversationId } : binding ? { binding } : {}),
    ...(edit ? { parentId: edit.parentId } : {}),
    ...(attachments.length > 0 ? { attachmentIds: attachments.map(({ id }) => id) } : {}),
  }
  const followed = await followLive(client, {
    conversation,
    answer: emptyAnswer(),
    signal: controller.signal,
    send: () => sendMessage(input, controller.signal),
  })
  if (followed.answer.messageId !== null) return settle(client, followed)
  await recover(client, followed, edit?.onRefused ?? (() => restoreDraft(conversation, content, attachments)))
}

/** Has the question of a message answered again, in a mode if one is given, and follows that answer to its end. */
export async function regenerate(
  client: QueryClient,
  again: { conversationId: string; questionId: string; mode?: ChatMode },
): Promise<void> {
  const { conversationId, questionId, mode } = again
  if (isBusy(liveAnswer(conversationId))) return
  const controller = new AbortController()
  const begin = { question: null, messageId: null, abort: () => controller.abort(), follows: questionId }
  beginAnswer(conversationId, begin)
  const input = { conversationId, ...(mode ? { mode } : {}) }
  const followed = await followLive(client, {
    conversation: conversationId,
    answer: emptyAnswer(),
    signal: controller.signal,
    send: () => regenerateAnswer(questionId, input, controller.signal),
  })
  if (followed.answer.messageId !== null) return settle(client, followed)
  await recover(client, followed, () => undefined)
}

/** Follows an answer that was already being written when the page opened. */
export async function resume(
  client: QueryClient,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  if (isBusy(liveAnswer(conversationId))) return
  const controller = new AbortController()
  beginAnswer(conversationId, { question: null, messageId, abort: () => controller.abort() })
  const answer = emptyAnswer(messageId)
  await settle(
    client,
    await followLive(client, { conversation: conversationId, answer, signal: controller.signal }),
  )
}

/** Stops the answer of a conversation; what is written stays. A refusal is shown where the answer is. */
export async function stop(conversation: string): Promise<void> {
  const live = liveAnswer(conversation)
  if (!live || !isBusy(live) || live.phase === 'stopping') return
  const { messageId } = live.answer
  if (messageId === null) return live.abort()
  changeAnswer(conversation, { phase: 'stopping', failure: null })
  try {
    await stopStream(messageId)
  } catch (failure) {
    changeAnswer(conversation, { phase: 'writing', failure })
  }
}

// The answer never started for this client; after a lost connection the Hub may be writing it all the same.
async function recover(
  client: QueryClient,
  { conversation, failure }: Followed,
  giveBack: () => void,
): Promise<void> {
  const isWayLost = failure !== null && !(failure instanceof ApiError && failure.status > 0)
  if (isWayLost && conversation !== newConversation) {
    const messageId = await writingNow(client, conversation)
    if (messageId !== null) {
      forgetAnswer(conversation)
      return resume(client, { conversationId: conversation, messageId })
    }
  }
  giveBack()
  if (failure === null) forgetAnswer(conversation)
  else changeAnswer(conversation, { phase: 'failed', failure })
}

async function writingNow(client: QueryClient, conversationId: string): Promise<string | null> {
  try {
    const options = { ...conversationQuery(conversationId), staleTime: 0, retry: false }
    return (await client.fetchQuery(options)).streamingMessageId
  } catch {
    // Still no way to the Hub: the first failure is the one to show.
    return null
  }
}
