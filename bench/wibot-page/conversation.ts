import type { ChatMessage, ChatMessagePage, Conversation, StreamEvent } from '@hub/contracts'

const at = '2026-03-02T09:00:00.000Z'

/** A conversation of the bench. */
export function conversationOf(id: string): Conversation {
  return {
    id,
    title: 'Bench',
    mode: 'redaction',
    pinned: false,
    archived: false,
    binding: null,
    leafId: null,
    branchedFrom: null,
    createdAt: at,
    updatedAt: at,
    streamingMessageId: null,
  }
}

/** One stored message. */
export function messageOf(conversationId: string, facts: Partial<ChatMessage>): ChatMessage {
  return {
    id: crypto.randomUUID(),
    conversationId,
    parentId: null,
    siblings: { index: 0, count: 1, previousId: null, nextId: null },
    attachments: [],
    role: 'assistant',
    kind: 'message',
    mode: 'redaction',
    content: '',
    status: 'complete',
    provider: 'mistral',
    model: 'mistral-large',
    notice: null,
    toolCalls: [],
    sources: [],
    approvalId: null,
    error: null,
    createdAt: at,
    completedAt: at,
    ...facts,
  }
}

/** The page of messages before a rank, as the Hub gives it. */
export function pageBefore(all: ChatMessage[], query: URLSearchParams): ChatMessagePage {
  const end = Number(query.get('cursor') ?? all.length)
  const start = Math.max(0, end - Number(query.get('limit') ?? 50))
  return { items: all.slice(start, end), nextCursor: start > 0 ? String(start) : null }
}

/** An event as it stands in a stream. */
export function wireOf(rank: number, event: StreamEvent): string {
  return `id: ${rank}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
}
