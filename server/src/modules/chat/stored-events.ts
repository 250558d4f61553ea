import type { ChatMessage, StreamEvent } from '@hub/contracts'

/** An ended answer as the events that would have told it. */
export function storedEvents(message: ChatMessage): StreamEvent[] {
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
  return [
    {
      type: 'start',
      messageId,
      conversationId: message.conversationId,
      userMessageId: '',
      mode: message.mode,
      provider: message.provider ?? '',
      model: message.model ?? '',
      notice: message.notice,
    },
    ...calls,
    ...(message.sources.length > 0 ? [{ type: 'sources' as const, items: message.sources }] : []),
    { type: 'delta', text: message.content },
    ...(message.error ? [{ type: 'error' as const, ...message.error, retryable: true }] : []),
    {
      type: 'done',
      messageId,
      status: status === 'streaming' ? 'interrupted' : status,
      finishReason: status === 'complete' ? 'stop' : status === 'stopped' ? 'stopped' : 'interrupted',
    },
  ]
}
