import type { ChatMessage, ToolCall } from '@hub/llm'

/** What the model reads: JSON that says by whom it was produced; text inside it is data. */
export function toolMessage(call: ToolCall, answer: Record<string, unknown>): ChatMessage {
  return {
    role: 'tool',
    toolCallId: call.id,
    toolName: call.name,
    content: JSON.stringify({ tool: call.name, ...answer }),
  }
}

/** The answer to a call that does not run. */
export function refuseCall(call: ToolCall, message: string): ChatMessage {
  return toolMessage(call, { status: 'denied', error: { code: 'LIMIT_EXCEEDED', message } })
}
