import { type ChatMessage, type MessageStatus, StreamEvent } from '@hub/contracts'

const Reason = StreamEvent.options[7].shape.finishReason

/** The first event of an answer told from its record. */
export function startOf(message: ChatMessage): StreamEvent {
  return {
    type: 'start',
    messageId: message.id,
    conversationId: message.conversationId,
    userMessageId: '',
    mode: message.mode,
    provider: message.provider ?? '',
    model: message.model ?? '',
    notice: message.notice,
  }
}

/** The other events of an ended answer, as its record has them. */
export function endOf(message: ChatMessage, recordedReason: string | null): StreamEvent[] {
  const calls = message.toolCalls.flatMap((call): StreamEvent[] => [
    {
      type: 'tool_call',
      callId: call.callId,
      tool: call.tool,
      level: call.level,
      arguments: call.arguments,
      label: call.label,
      startedAt: call.startedAt,
    },
    {
      type: 'tool_result',
      callId: call.callId,
      tool: call.tool,
      status: call.status === 'running' ? 'error' : call.status,
      summary: call.summary ?? { fr: 'Interrompu.', en: 'Interrupted.' },
      data: call.data,
      durationMs: call.durationMs ?? 0,
      ...(call.approvalId ? { approvalId: call.approvalId } : {}),
    },
  ])
  const { id: messageId, status } = message
  const ended = status === 'streaming' ? 'interrupted' : status
  return [
    ...calls,
    ...(message.sources.length > 0 ? [{ type: 'sources' as const, items: message.sources }] : []),
    { type: 'delta', text: message.content },
    ...(message.error ? [{ type: 'error' as const, ...message.error, retryable: true }] : []),
    {
      type: 'done',
      messageId,
      status: ended,
      finishReason: Reason.safeParse(recordedReason).data ?? usualReasons[ended],
    },
  ]
}

/** Records from before reasons were kept have none. */
const usualReasons = {
  complete: 'stop',
  stopped: 'stopped',
  interrupted: 'interrupted',
  failed: 'error',
} as const satisfies Record<Exclude<MessageStatus, 'streaming'>, string>
