import type { ChatMessage, ToolCall } from '../provider.ts'
import { createIdMapper } from './tool-call-ids.ts'

// Mistral wants an assistant message between tool results and the next user message.
const interrupted: ChatMessage = { role: 'assistant', content: '(...)' }

const join = (a: string, b: string) => [a, b].filter((text) => text !== '').join('\n\n')

interface AnsweredCall {
  call: ToolCall
  result: ChatMessage
}

/** The calls of an assistant message that have a result among the tool messages right after it, in call order. */
function answeredCalls({ toolCalls = [] }: ChatMessage, following: ChatMessage[]): AnsweredCall[] {
  const end = following.findIndex(({ role }) => role !== 'tool')
  const results = end < 0 ? following : following.slice(0, end)
  return toolCalls.flatMap((call, index) => {
    const result = results.find(({ toolCallId }) => toolCallId === call.id) ?? unnamed(results, index)
    return result ? [{ call, result }] : []
  })
}

const unnamed = (results: ChatMessage[], index: number) =>
  results[index]?.toolCallId === undefined ? results[index] : undefined

function append(history: ChatMessage[], message: ChatMessage): void {
  const last = history.at(-1)
  if (last?.role === 'tool' && message.role === 'user') history.push(interrupted)
  const isSame = last?.role === message.role && !last.toolCalls && !message.toolCalls
  if (last && isSame) history[history.length - 1] = { ...last, content: join(last.content, message.content) }
  else history.push(message)
}

/**
 * A history in the strict order that Mistral enforces: one system message first, exactly one result per tool call,
 * ids of 9 characters. Calls without a result and results without a call are left out. Source: protocols/mistral 1.1.
 */
export function toStrictHistory(messages: ChatMessage[]): ChatMessage[] {
  const mapId = createIdMapper()
  const history: ChatMessage[] = []
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content)
  if (system.length > 0) history.push({ role: 'system', content: system.reduce(join) })
  for (const [index, message] of messages.entries()) {
    if (message.role === 'user') append(history, { role: 'user', content: message.content })
    if (message.role !== 'assistant') continue
    const answered = answeredCalls(message, messages.slice(index + 1)).map(({ call, result }, rank) => {
      const id = mapId(call.id, `${index}.${rank}`)
      return { call: { ...call, id }, result: { ...result, toolCallId: id, toolName: call.name } }
    })
    if (answered.length === 0) {
      if (message.content !== '') append(history, { role: 'assistant', content: message.content })
      continue
    }
    append(history, {
      role: 'assistant',
      content: message.content,
      toolCalls: answered.map(({ call }) => call),
    })
    history.push(...answered.map(({ result }) => result))
  }
  return history
}
