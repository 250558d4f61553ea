import type { Message, Tool } from 'ollama/browser'
import type { ChatMessage, ToolSpec } from '../provider.ts'
import { argumentsAsObject } from '../tool-arguments.ts'

// The package's types know neither `id` nor `tool_call_id`; newer servers send and expect them.
type WireMessage = Message & { tool_call_id?: string }

/** Our messages in the shape of /api/chat (protocols/ollama 1.1). */
export function toOllamaMessages(messages: ChatMessage[]): WireMessage[] {
  return messages.map(({ role, content, toolCalls, toolCallId, toolName }) => ({
    role,
    content,
    ...(toolCalls &&
      toolCalls.length > 0 && {
        tool_calls: toolCalls.map((call) => ({
          id: call.id,
          function: { name: call.name, arguments: argumentsAsObject(call.arguments) },
        })),
      }),
    ...(role === 'tool' && toolName !== undefined && { tool_name: toolName }),
    ...(role === 'tool' && toolCallId !== undefined && { tool_call_id: toolCallId }),
  }))
}

/** Our tools in the shape of /api/chat; JSON schemas pass as they are. */
export function toOllamaTools(tools: ToolSpec[]): Tool[] {
  return tools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, description, parameters },
  }))
}
