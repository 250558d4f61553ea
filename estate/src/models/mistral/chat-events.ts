import { randomBytes } from 'node:crypto'
import type { ReplyPart, ScriptedCall, ScriptedReply } from '../scripted-reply.ts'
import type { StreamEncoder } from '../stream-reply.ts'
import { replyUsage } from '../token-count.ts'
import { errorBody } from './errors.ts'

export interface ChatContext {
  model: string
  messages: unknown
  reply: ScriptedReply
}

const idAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** An id as the API gives them: nine letters or digits. */
function newCallId(): string {
  return [...randomBytes(9)].map((byte) => idAlphabet[byte % idAlphabet.length]).join('')
}

function wireCall(call: ScriptedCall, index: number): object {
  const id = call.id === undefined ? newCallId() : call.id
  const isText = typeof call.arguments === 'string' || call.isRawObject
  const args = isText ? call.arguments : JSON.stringify(call.arguments)
  return {
    ...(id !== null && { id }),
    type: 'function',
    function: { name: call.name, arguments: args },
    index,
  }
}

function content({ text = '', thinking }: ReplyPart): string | object[] {
  if (thinking === undefined) return text
  const thought = { type: 'thinking', thinking: [{ type: 'text', text: thinking }] }
  return text === '' ? [thought] : [thought, { type: 'text', text }]
}

function finishReason({ finishReason: scripted, parts = [] }: ScriptedReply): string {
  return scripted ?? (parts.some(({ calls }) => calls?.length) ? 'tool_calls' : 'stop')
}

function usageOf({ reply, messages }: ChatContext): object {
  const usage = replyUsage(reply, messages)
  if (!usage) return {}
  const { promptTokens, completionTokens } = usage
  return {
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
  }
}

const newId = () => `cmpl-${randomBytes(16).toString('hex')}`
const now = () => Math.floor(Date.now() / 1000)

/**
 * Write an answer as server-sent events (protocols/mistral 1.1): calls come whole, in the same chunk as the
 * finish reason when nothing follows them; usage is on the last chunk; `[DONE]` ends the stream.
 */
export function chatEvents(context: ChatContext): StreamEncoder {
  const base = { id: newId(), object: 'chat.completion.chunk', created: now(), model: context.model }
  const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`
  const reason = finishReason(context.reply)
  const final = { reason, ...usageOf(context) }
  let count = 0
  let callCount = 0
  let isFinished = false
  const chunk = (delta: object, end?: { reason: string; usage?: object }) => {
    const choices = [{ index: 0, delta, finish_reason: end?.reason ?? null }]
    return event({ ...base, choices, ...(end?.usage && { usage: end.usage }) })
  }
  return {
    contentType: 'text/event-stream; charset=utf-8',
    part: (part, { isLast }) => {
      const calls = (part.calls ?? []).map((call, index) => wireCall(call, callCount + index))
      callCount += calls.length
      const delta = {
        ...(count === 0 && { role: 'assistant' }),
        content: content(part),
        ...(calls.length > 0 && { tool_calls: calls }),
      }
      count += 1
      isFinished = isLast && calls.length > 0
      return chunk(delta, isFinished ? final : undefined)
    },
    error: (message) => event(errorBody(message, { type: 'internal_server_error', code: '1000' })),
    end: () => `${isFinished ? '' : chunk({ content: '' }, final)}data: [DONE]\n\n`,
  }
}

/** The same answer in one object, for requests without `stream`. */
export function wholeChat(context: ChatContext): object {
  const parts = context.reply.parts ?? []
  const calls = parts.flatMap((part) => part.calls ?? []).map(wireCall)
  const thinking = parts.map((part) => part.thinking ?? '').join('')
  const text = parts.map((part) => part.text ?? '').join('')
  const message = {
    role: 'assistant',
    content: content({ text, ...(thinking && { thinking }) }),
    tool_calls: calls.length > 0 ? calls : null,
  }
  const choices = [{ index: 0, message, finish_reason: finishReason(context.reply) }]
  const base = { id: newId(), object: 'chat.completion', created: now(), model: context.model }
  const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }
  return { ...base, choices, usage, ...usageOf(context) }
}
