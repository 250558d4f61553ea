import { ToolCallStatus } from '@hub/contracts'
import { z } from 'zod'
import type { ChatMessage } from '../provider.ts'

const Envelope = z.object({
  tool: z.string().optional(),
  status: ToolCallStatus.exclude(['running']),
  data: z.unknown().optional(),
  approval: z
    .object({
      approvalId: z.string(),
      expiresAt: z.string().optional(),
      level: z.string().optional(),
      /** The standing grant that said yes at once. */
      grantId: z.string().optional(),
    })
    .optional()
    .catch(undefined),
  error: z.object({ code: z.string().optional(), message: z.string() }).optional().catch(undefined),
})

/** One tool result of the present turn, with the arguments of the call that it answers. */
export interface ToolResult extends Omit<z.infer<typeof Envelope>, 'tool'> {
  tool: string
  arguments: Record<string, unknown>
}

const unreadable = { status: 'error' as const, error: { message: 'unreadable result' } }

function readEnvelope(content: string): z.infer<typeof Envelope> {
  try {
    return Envelope.safeParse(JSON.parse(content)).data ?? unreadable
  } catch {
    return unreadable
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** The tool results among `messages`, in order. */
export function readToolResults(messages: ChatMessage[]): ToolResult[] {
  const calls = new Map(
    messages.flatMap(({ toolCalls = [] }) => toolCalls.map((call) => [call.id, call] as const)),
  )
  return messages
    .filter(({ role }) => role === 'tool')
    .map((message) => {
      const call = calls.get(message.toolCallId ?? '')
      const { tool, ...envelope } = readEnvelope(message.content)
      return {
        ...envelope,
        tool: message.toolName ?? call?.name ?? tool ?? '',
        arguments: asRecord(call?.arguments),
      }
    })
}
