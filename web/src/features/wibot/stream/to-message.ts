import type { ChatMessage } from '@hub/contracts'
import type { LiveAnswer } from './live-answers.ts'

const pendingId = 'pending'

/** What the person asked, as a message, until the stored one is read; null for a resumed answer. */
export function questionOf(live: LiveAnswer): ChatMessage | null {
  if (live.question === null) return null
  const { content, mode, sentAt, attachments = [] } = live.question
  return {
    ...base(live),
    id: live.answer.userMessageId ?? `${pendingId}-question`,
    role: 'user',
    mode,
    content,
    attachments,
    status: 'complete',
    createdAt: sentAt,
  }
}

/** The answer on its way, in the shape of a stored one: both are shown by the same component. */
export function answerOf(live: LiveAnswer): ChatMessage {
  const { answer, question } = live
  return {
    ...base(live),
    id: answer.messageId ?? pendingId,
    role: 'assistant',
    mode: answer.mode ?? question?.mode ?? 'assistant',
    content: answer.text,
    status: answer.status,
    provider: answer.provider,
    model: answer.model,
    notice: answer.notice,
    toolCalls: answer.toolCalls,
    sources: answer.sources,
    error: answer.error,
    createdAt: question?.sentAt ?? live.beganAt,
  }
}

function base(live: LiveAnswer) {
  return {
    conversationId: live.answer.conversationId ?? '',
    kind: 'message',
    provider: null,
    model: null,
    notice: null,
    toolCalls: [],
    sources: [],
    attachments: [],
    parentId: null,
    siblings: { index: 0, count: 1, previousId: null, nextId: null },
    approvalId: null,
    error: null,
    completedAt: null,
  } as const satisfies Partial<ChatMessage>
}
