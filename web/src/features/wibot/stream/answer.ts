import type {
  ChatMode,
  ErrorCode,
  FinishReason,
  LocalizedText,
  MessageStatus,
  Source,
  ToolCallRecord,
} from '@hub/contracts'

/** What the events of one answer have said so far; nothing in it comes from anywhere else. */
export interface Answer {
  /** Rank of the last event applied; 0 before the first. */
  lastEventId: number
  messageId: string | null
  conversationId: string | null
  userMessageId: string | null
  mode: ChatMode | null
  provider: string | null
  model: string | null
  notice: LocalizedText | null
  text: string
  toolCalls: ToolCallRecord[]
  sources: Source[]
  quota: { used: number; limit: number; estimated: boolean } | null
  error: { code: ErrorCode; message: string; retryable: boolean } | null
  status: MessageStatus
  finishReason: FinishReason | null
}

/** An answer of which no event has arrived; `messageId` when it is being resumed. */
export function emptyAnswer(messageId: string | null = null): Answer {
  return {
    lastEventId: 0,
    messageId,
    conversationId: null,
    userMessageId: null,
    mode: null,
    provider: null,
    model: null,
    notice: null,
    text: '',
    toolCalls: [],
    sources: [],
    quota: null,
    error: null,
    status: 'streaming',
    finishReason: null,
  }
}

/** True once the `done` event was applied. */
export function isEnded(answer: Answer): boolean {
  return answer.status !== 'streaming'
}

/** The same answer before its first event: the Hub is telling it again from the beginning. */
export function restarted({ messageId, userMessageId }: Answer): Answer {
  return { ...emptyAnswer(messageId), userMessageId }
}
