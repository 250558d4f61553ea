import type { ChatMessage } from '@hub/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../lib/api-error.ts'
import { conversationQuery } from '../api/conversations.ts'
import { inOrder, messagesQuery, refreshNewest } from '../api/messages.ts'
import {
  changeQueued,
  dropQueued,
  type Held,
  type QueuedMessage,
  queuedIn,
  readQueueAgain,
} from '../composer/queue.ts'
import { askQueued } from './ask-queued.ts'

const longestWaitMs = 60 * 60_000

/**
 * Sends the first queued message of a conversation when the Hub says that the answer before it ended well, else holds
 * it. One tab at a time: by a lock of the browser, and by the refusal of the Hub (409 chat.busy) where there is none.
 * Throws when the Hub cannot be asked; nothing was sent then.
 */
export async function sendQueued(
  client: QueryClient,
  conversationId: string,
  sentence: (failure: unknown) => string,
): Promise<void> {
  const attempt = () => sendFirst(client, conversationId, sentence)
  // Only secure pages have locks.
  const locks: LockManager | undefined = navigator.locks
  if (locks === undefined) return attempt()
  await locks.request(`hub.wibot.queue.${conversationId}`, { ifAvailable: true }, async (lock) => {
    if (lock) await attempt()
  })
}

async function sendFirst(
  client: QueryClient,
  conversationId: string,
  sentence: (failure: unknown) => string,
): Promise<void> {
  readQueueAgain()
  const [first] = queuedIn(conversationId)
  if (first === undefined || first.held !== null) return
  const conversation = await client.fetchQuery({ ...conversationQuery(conversationId), staleTime: 0 })
  if (conversation.streamingMessageId !== null) return
  await refreshNewest(client, conversationId)
  const stored = inOrder(client.getQueryData(messagesQuery(conversationId).queryKey)?.pages ?? [])
  if (wasSent(first, stored)) return dropQueued(conversationId, first.id)
  const held = reasonToHold(first, stored)
  if (held !== null) return changeQueued(conversationId, first.id, { held, sendingAt: null })
  changeQueued(conversationId, first.id, { sendingAt: new Date().toISOString() })
  const { mode, content, attachments = [] } = first
  const asked = await askQueued(client, { conversationId, mode, content, attachments, requestKey: first.id })
  if (asked.isStarted) return dropQueued(conversationId, first.id)
  const isBusy = asked.failure instanceof ApiError && asked.failure.reason === 'chat.busy'
  if (isBusy) void client.invalidateQueries({ queryKey: conversationQuery(conversationId).queryKey })
  const why = isBusy || asked.failure === null ? null : sentence(asked.failure)
  changeQueued(conversationId, first.id, { sendingAt: null, held: isBusy ? null : 'refused', why })
}

/** Why a message should not leave by itself; null when it may. */
export function reasonToHold(
  { queuedAt, isReleased }: QueuedMessage,
  stored: ChatMessage[],
  now = Date.now(),
): Held | null {
  if (isReleased) return null
  const answer = stored.findLast(({ role, kind }) => role === 'assistant' && kind === 'message')
  if (answer && answer.status !== 'complete' && answer.status !== 'streaming') return answer.status
  return now - Date.parse(queuedAt) > longestWaitMs ? 'old' : null
}

/** True when a tab that is gone had already sent the message: the Hub has it. */
export function wasSent({ sendingAt, content }: QueuedMessage, stored: ChatMessage[]): boolean {
  if (sendingAt === null) return false
  const asked = stored.findLast(({ role }) => role === 'user')
  return asked?.content === content.trim() && Date.parse(asked.createdAt) >= Date.parse(sendingAt) - 60_000
}
