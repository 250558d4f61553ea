import type { ChatEvent, ChatMessage, ToolCall } from './provider.ts'
import { argumentsAsText } from './tool-arguments.ts'

const charsPerToken = 4

const callLength = (call: ToolCall) => call.name.length + argumentsAsText(call.arguments).length

const tokensOf = (chars: number) => Math.ceil(chars / charsPerToken)

/** Tokens of a prompt, estimated as one per four characters of its contents and tool calls. */
export function estimatePromptTokens(messages: ChatMessage[]): number {
  const lengths = messages.map(
    ({ content, toolCalls = [] }) =>
      content.length + toolCalls.reduce((sum, call) => sum + callLength(call), 0),
  )
  return tokensOf(lengths.reduce((sum, length) => sum + length, 0))
}

/** Characters that an event adds to the answer. */
export function answerLength(event: ChatEvent): number {
  if (event.type === 'delta') return event.text.length
  return event.type === 'tool_call' ? callLength(event.call) : 0
}

export interface CountedTokens {
  promptTokens?: number | undefined
  completionTokens?: number | undefined
}

/** The usage event of an answer: what the provider counted, else an estimate that says so. */
export function usageEvent(messages: ChatMessage[], answerChars: number, counted: CountedTokens): ChatEvent {
  const { promptTokens, completionTokens } = counted
  return {
    type: 'usage',
    promptTokens: promptTokens ?? estimatePromptTokens(messages),
    completionTokens: completionTokens ?? tokensOf(answerChars),
    estimated: promptTokens === undefined || completionTokens === undefined,
  }
}
