import type { ChatCompletionStreamRequest } from '@mistralai/mistralai/models/components'
import type { ChatMessage, ToolSpec } from '../provider.ts'
import { argumentsAsText } from '../tool-arguments.ts'
import { toStrictHistory } from './history.ts'

type WireMessage = ChatCompletionStreamRequest['messages'][number]
type WireTool = NonNullable<ChatCompletionStreamRequest['tools']>[number]

// Another provider's model may have called a tool by a name that Mistral refuses to read back.
const acceptedName = (name: string | undefined) =>
  (name ?? '').replace(/[^\w-]/g, '_').slice(0, 64) || 'unknown'

function toWireMessage(message: ChatMessage, isLast: boolean): WireMessage {
  const { role, content, toolCalls, toolCallId, toolName } = message
  if (role === 'system') return { role, content }
  if (role === 'user') return { role, content }
  if (role === 'tool') return { role, content, toolCallId: toolCallId ?? '', name: acceptedName(toolName) }
  if (!toolCalls) return { role, content, ...(isLast && { prefix: true }) }
  return {
    role,
    content,
    toolCalls: toolCalls.map((call, index) => ({
      id: call.id,
      type: 'function',
      index,
      function: { name: acceptedName(call.name), arguments: argumentsAsText(call.arguments) },
    })),
  }
}

/** Our messages in the order and shape of /v1/chat/completions (protocols/mistral 1.1). */
export function toMistralMessages(messages: ChatMessage[]): WireMessage[] {
  const history = toStrictHistory(messages)
  return history.map((message, index) => toWireMessage(message, index === history.length - 1))
}

/** Our tools in the shape of /v1/chat/completions; JSON schemas pass as they are. */
export function toMistralTools(tools: ToolSpec[]): WireTool[] {
  return tools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, description, parameters },
  }))
}
