import { z } from 'zod'
import { Attachment, maxAttachmentsPerMessage } from './chat-attachments.ts'
import { ConversationBinding } from './chat-binding.ts'
import { ErrorCode } from './errors.ts'
import { PassageMark } from './knowledge-marks.ts'
import { LocalizedText, SecurityLevel } from './levels.ts'
import { pageOf } from './page.ts'

export const chatModes = ['flash', 'code', 'redaction', 'assistant'] as const
export const ChatMode = z.enum(chatModes)
export type ChatMode = z.infer<typeof ChatMode>

/** Longest answer time of a mode, in seconds (DESIGN section 8). */
export const modeLimitSeconds: Record<ChatMode, number> = {
  flash: 30,
  code: 60,
  redaction: 90,
  assistant: 180,
}

/** Longest message a person may send, in characters. */
export const maxMessageLength = 16_000

export const SendMessage = z
  .object({
    conversationId: z.uuid().optional(),
    /** What the question follows: the message that is shown last unless told; null for a new first question. */
    parentId: z.uuid().nullable().optional(),
    /** Chosen by the sender: the same one sent twice is one question. */
    requestKey: z.uuid().optional(),
    attachmentIds: z.array(z.uuid()).max(maxAttachmentsPerMessage).optional(),
    /** What a conversation that begins with this question is about; an existing one is changed by itself. */
    binding: ConversationBinding.nullable().optional(),
    mode: ChatMode,
    content: z.string().trim().min(1).max(maxMessageLength),
  })
  .strict()
  .meta({ id: 'SendMessage' })
export type SendMessage = z.infer<typeof SendMessage>

/** Another answer to the same question; `conversationId` names the branch when it is not where the message began. */
export const RegenerateMessage = z
  .object({ mode: ChatMode.optional(), conversationId: z.uuid().optional() })
  .strict()
  .meta({ id: 'RegenerateMessage' })
export type RegenerateMessage = z.infer<typeof RegenerateMessage>

export const toolCallStatuses = ['running', 'ok', 'error', 'denied', 'approval_required'] as const
export const ToolCallStatus = z.enum(toolCallStatuses)
export type ToolCallStatus = z.infer<typeof ToolCallStatus>

/** One execution record of a tool: the only thing a tool card is made from. */
export const ToolCallRecord = z.object({
  callId: z.string(),
  tool: z.string(),
  level: SecurityLevel,
  label: LocalizedText,
  arguments: z.record(z.string(), z.unknown()),
  status: ToolCallStatus,
  summary: LocalizedText.nullable(),
  data: z.unknown(),
  approvalId: z.string().nullable(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nullable(),
})
export type ToolCallRecord = z.infer<typeof ToolCallRecord>

/** A passage given to the model, numbered as cited in the text. */
export const Source = z.object({
  n: z.number().int(),
  documentId: z.string(),
  chunkId: z.string(),
  title: z.string(),
  path: z.string(),
  score: z.number(),
  excerpt: z.string(),
  /** The last day on which its document holds. */
  validUntil: z.iso.date().optional(),
  /** Somebody reported the passage as wrong or outdated. */
  mark: PassageMark.optional(),
})
export type Source = z.infer<typeof Source>

export const messageStatuses = ['streaming', 'complete', 'stopped', 'interrupted', 'failed'] as const
export const MessageStatus = z.enum(messageStatuses)
export type MessageStatus = z.infer<typeof MessageStatus>

/** Why an answer ended. */
export const FinishReason = z.enum([
  'stop',
  'length',
  'time_limit',
  'round_limit',
  'token_limit',
  'stopped',
  'interrupted',
  'error',
])
export type FinishReason = z.infer<typeof FinishReason>

/** The place of a message among those that follow the same one; `index` counts from 0. */
export const Siblings = z.object({
  index: z.number().int(),
  count: z.number().int(),
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
})
export type Siblings = z.infer<typeof Siblings>

export const ChatMessage = z
  .object({
    id: z.string(),
    /** Where it was written: of a branch, the earlier part belongs to the conversation it left. */
    conversationId: z.string(),
    parentId: z.string().nullable(),
    siblings: Siblings,
    role: z.enum(['user', 'assistant']),
    /** `outcome`: written by the Hub when an approved action of this conversation ended. */
    kind: z.enum(['message', 'outcome']),
    mode: ChatMode,
    content: z.string(),
    status: MessageStatus,
    /** Why an answer ended; null while it is written, and of a question. */
    finishReason: FinishReason.nullable().optional(),
    provider: z.string().nullable(),
    model: z.string().nullable(),
    notice: LocalizedText.nullable(),
    toolCalls: z.array(ToolCallRecord),
    sources: z.array(Source),
    attachments: z.array(Attachment),
    approvalId: z.string().nullable(),
    /** Citation numbers that stood for no passage and were taken out of the text. */
    inventedCitations: z.number().int().optional(),
    error: z.object({ code: ErrorCode, message: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    completedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ChatMessage' })
export type ChatMessage = z.infer<typeof ChatMessage>
export const ChatMessagePage = pageOf(ChatMessage)
export type ChatMessagePage = z.infer<typeof ChatMessagePage>

/** Tokens of the reader this month; `estimated` when a provider did not count. */
export const TokenUsage = z
  .object({
    used: z.number().int(),
    quota: z.number().int(),
    estimated: z.boolean(),
    renewsAt: z.iso.datetime(),
  })
  .meta({ id: 'TokenUsage' })
export type TokenUsage = z.infer<typeof TokenUsage>
