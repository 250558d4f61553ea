import { randomBytes } from 'node:crypto'
import type { ReplyPart, ScriptedCall, ScriptedReply } from '../scripted-reply.ts'
import type { StreamEncoder } from '../stream-reply.ts'
import { replyUsage } from '../token-count.ts'

export interface ChatContext {
  model: string
  messages: unknown
  reply: ScriptedReply
}

interface WireMessage {
  role: 'assistant'
  content: string
  thinking?: string
  tool_calls?: object[]
}

function wireCall(call: ScriptedCall, index: number): object {
  const id = call.id === undefined ? `call_${randomBytes(4).toString('hex')}` : call.id
  return { ...(id !== null && { id }), function: { index, name: call.name, arguments: call.arguments } }
}

function wireMessage({ text = '', thinking, calls = [] }: ReplyPart): WireMessage {
  return {
    role: 'assistant',
    content: text,
    ...(thinking !== undefined && { thinking }),
    ...(calls.length > 0 && { tool_calls: calls.map(wireCall) }),
  }
}

function counters({ reply, messages }: ChatContext): object {
  const usage = replyUsage(reply, messages)
  if (!usage) return {}
  const { promptTokens, completionTokens } = usage
  return {
    total_duration: 1_200_000_000,
    load_duration: 9_000_000,
    ...(promptTokens > 0 && { prompt_eval_count: promptTokens, prompt_eval_duration: 90_000_000 }),
    ...(completionTokens > 0 && { eval_count: completionTokens, eval_duration: 800_000_000 }),
  }
}

const stamp = (model: string) => ({ model, created_at: new Date().toISOString() })

function finalLine(context: ChatContext, message: WireMessage): object {
  const reason = context.reply.finishReason === 'length' ? 'length' : 'stop'
  return { ...stamp(context.model), message, done: true, done_reason: reason, ...counters(context) }
}

/** Write an answer as NDJSON (protocols/ollama 1.1); the last line carries `done` and the counters. */
export function chatLines(context: ChatContext): StreamEncoder {
  const line = (value: object) => `${JSON.stringify(value)}\n`
  return {
    contentType: 'application/x-ndjson',
    part: (part) => line({ ...stamp(context.model), message: wireMessage(part), done: false }),
    error: (message) => line({ error: message }),
    end: () => line(finalLine(context, { role: 'assistant', content: '' })),
  }
}

/** The same answer in one object, for `stream: false`. */
export function wholeChat(context: ChatContext): object {
  const parts = context.reply.parts ?? []
  const thinking = parts.map((part) => part.thinking ?? '').join('')
  const merged: ReplyPart = {
    text: parts.map((part) => part.text ?? '').join(''),
    calls: parts.flatMap((part) => part.calls ?? []),
    ...(thinking && { thinking }),
  }
  return finalLine(context, wireMessage(merged))
}

/** The answer to a request without messages: the model is loaded or unloaded, nothing is generated. */
export function loadAnswer(model: string, isUnload: boolean): object {
  const reason = isUnload ? 'unload' : 'load'
  return { ...stamp(model), message: { role: 'assistant', content: '' }, done: true, done_reason: reason }
}
