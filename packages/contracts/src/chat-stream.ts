import { z } from 'zod'
import { ChatMode, FinishReason, MessageStatus, Source, ToolCallRecord } from './chat.ts'
import { ErrorCode } from './errors.ts'
import { LocalizedText, SecurityLevel } from './levels.ts'

const StreamStart = z.object({
  type: z.literal('start'),
  messageId: z.string(),
  conversationId: z.string(),
  userMessageId: z.string(),
  mode: ChatMode,
  provider: z.string(),
  model: z.string(),
  notice: LocalizedText.nullable(),
})
const StreamDelta = z.object({ type: z.literal('delta'), text: z.string() })
const StreamToolCall = z.object({
  type: z.literal('tool_call'),
  callId: z.string(),
  tool: z.string(),
  level: SecurityLevel,
  arguments: z.record(z.string(), z.unknown()),
  label: LocalizedText,
  startedAt: z.iso.datetime(),
})
const StreamToolResult = z.object({
  type: z.literal('tool_result'),
  callId: z.string(),
  tool: z.string(),
  status: ToolCallRecord.shape.status.exclude(['running']),
  summary: LocalizedText,
  data: z.unknown().optional(),
  approvalId: z.string().optional(),
  durationMs: z.number(),
})
const StreamSources = z.object({ type: z.literal('sources'), items: z.array(Source) })
const StreamUsage = z.object({
  type: z.literal('usage'),
  promptTokens: z.number().int(),
  completionTokens: z.number().int(),
  estimated: z.boolean(),
  quota: z.object({ used: z.number().int(), limit: z.number().int() }),
})
const StreamError = z.object({
  type: z.literal('error'),
  code: ErrorCode,
  message: z.string(),
  retryable: z.boolean(),
})
const StreamDone = z.object({
  type: z.literal('done'),
  messageId: z.string(),
  status: MessageStatus.exclude(['streaming']),
  finishReason: FinishReason,
})

/** One server-sent event of an answer: `event:` is its type, `id:` its rank in the answer from 1. */
export const StreamEvent = z.discriminatedUnion('type', [
  StreamStart,
  StreamDelta,
  StreamToolCall,
  StreamToolResult,
  StreamSources,
  StreamUsage,
  StreamError,
  StreamDone,
])
export type StreamEvent = z.infer<typeof StreamEvent>
