import type { ChatMessage, ToolCall } from './provider.ts'
import { argumentsAsText } from './tool-arguments.ts'

const charsPerToken = 4

/** Tokens of a text, estimated as one per four characters. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / charsPerToken)
}

/** Tokens of a tool call, from its name and its arguments as JSON. */
export function estimateCallTokens(call: ToolCall): number {
  return estimateTokens(call.name + argumentsAsText(call.arguments))
}

/** Tokens of a prompt, from the contents and the tool calls of its messages. */
export function estimatePromptTokens(messages: ChatMessage[]): number {
  return messages.reduce(
    (sum, message) =>
      sum +
      estimateTokens(message.content) +
      (message.toolCalls ?? []).reduce((calls, call) => calls + estimateCallTokens(call), 0),
    0,
  )
}
