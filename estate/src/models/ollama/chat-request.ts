import { z } from 'zod'
import { OllamaError } from './errors.ts'

const ToolCall = z.object({
  id: z.string().optional(),
  function: z.object({
    index: z.int().optional(),
    name: z.string(),
    arguments: z.record(z.string(), z.unknown()),
  }),
})

const Message = z.object({
  role: z.string(),
  content: z.string().optional(),
  thinking: z.string().optional(),
  images: z.array(z.string()).optional(),
  tool_calls: z.array(ToolCall).optional(),
  tool_name: z.string().optional(),
  tool_call_id: z.string().optional(),
})

const Tool = z.object({
  type: z.string(),
  function: z.object({
    name: z.string(),
    description: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()),
  }),
})

const ChatBody = z.object({
  model: z.string().default(''),
  messages: z.array(Message).nullish(),
  tools: z.array(Tool).nullish(),
  stream: z.boolean().nullish(),
  format: z.unknown().optional(),
  options: z.record(z.string(), z.unknown()).nullish(),
  keep_alive: z.union([z.string(), z.number()]).nullish(),
  think: z.union([z.boolean(), z.enum(['low', 'medium', 'high', 'max'])]).nullish(),
})

export type ChatBody = z.infer<typeof ChatBody>

const roles = ['system', 'user', 'assistant', 'tool']
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Check a chat body as the server's decoder does. Throws `OllamaError` 400 with the decoder's words. */
export function readChatBody(value: unknown): ChatBody {
  const parsed = ChatBody.safeParse(value)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.filter((key) => typeof key === 'string').join('.') ?? ''
    throw new OllamaError(400, `json: cannot unmarshal value into Go struct field ChatRequest.${path}`)
  }
  const body = parsed.data
  const unknown = body.messages?.find(({ role }) => !roles.includes(role))
  if (unknown) throw new OllamaError(400, `invalid role: ${unknown.role}`)
  const isFormat =
    body.format == null || body.format === '' || body.format === 'json' || isObject(body.format)
  if (!isFormat) {
    throw new OllamaError(
      400,
      `invalid format: ${JSON.stringify(body.format)}; expected "json" or a valid JSON Schema object`,
    )
  }
  return body
}
