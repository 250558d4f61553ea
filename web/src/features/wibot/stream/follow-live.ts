import type { QueryClient } from '@tanstack/react-query'
import { isWorthRetrying, resumeStream } from '../api/answer-stream.ts'
import { refreshConversations } from '../api/conversations.ts'
import { messagesQuery } from '../api/messages.ts'
import { moveDraft } from '../composer/drafts.ts'
import { moveQueue } from '../composer/queue.ts'
import type { Answer } from './answer.ts'
import { createPainter } from './create-painter.ts'
import { followAnswer } from './follow-answer.ts'
import { changeAnswer, liveAnswer, nameConversation, newConversation } from './live-answers.ts'
import { pauseBefore } from './pause.ts'

/** Longer than the keep-alive comments of the server, shorter than the patience of a reader. */
const silenceMs = 45_000
/** The text grows in steps of this time: it reads as a flow and is cheap to lay out. */
const paintMs = 50

export interface Following {
  /** Conversation id, or `newConversation`; the answer must have begun there. */
  conversation: string
  answer: Answer
  signal: AbortSignal
  send?: () => Promise<Response>
}

/** How a following ended, and in which conversation: a new one has its id by then. */
export interface Followed {
  conversation: string
  answer: Answer
  /** What was thrown, null when the answer ended or was aborted. */
  failure: unknown
}

/** Follows an answer and shows it in the store as it grows; never throws. */
export async function followLive(client: QueryClient, following: Following): Promise<Followed> {
  const { answer, signal, send } = following
  const followed: Followed = { conversation: following.conversation, answer, failure: null }
  const painter = createPainter(
    (next: Answer) => changeAnswer(followed.conversation, { answer: next }),
    paintMs,
  )
  try {
    followed.answer = await followAnswer({
      answer,
      signal,
      silenceMs,
      ...(send ? { send } : {}),
      resume: (at) => resumeStream(at, signal),
      canRetry: isWorthRetrying,
      pause: pauseBefore,
      onAnswer: (next) => {
        followed.answer = next
        if (followed.conversation === newConversation && next.conversationId !== null) {
          followed.conversation = next.conversationId
          enterConversation(client, next.conversationId)
        }
        painter.paint(next)
      },
      onConnection: (state) => showConnection(followed.conversation, state),
    })
  } catch (failure) {
    followed.failure = failure
  }
  painter.finish()
  return followed
}

// The new conversation holds nothing but this answer: an empty page spares its reader a skeleton.
function enterConversation(client: QueryClient, id: string): void {
  client.setQueryData(messagesQuery(id).queryKey, {
    pages: [{ items: [], nextCursor: null }],
    pageParams: [undefined],
  })
  moveDraft(newConversation, id)
  moveQueue(newConversation, id)
  nameConversation(id)
  refreshConversations(client)
}

function showConnection(conversation: string, state: 'open' | 'lost'): void {
  const isStopping = liveAnswer(conversation)?.phase === 'stopping'
  if (!isStopping) changeAnswer(conversation, { phase: state === 'open' ? 'writing' : 'reconnecting' })
}
