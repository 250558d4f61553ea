import { z } from 'zod'

const Chunk = z.looseObject({ type: z.string() })
const Content = z.union([z.string(), z.array(Chunk)], { error: 'Input should be a valid string or list' })

const ToolCall = z.strictObject({
  id: z.string().default('null'),
  type: z.literal('function').optional(),
  function: z.strictObject({
    name: z.string(),
    arguments: z.union([z.string(), z.record(z.string(), z.unknown())], {
      error: 'Input should be a valid string or dictionary',
    }),
  }),
  index: z.int().optional(),
})

const Message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: Content }),
  z.strictObject({ role: z.literal('user'), content: Content.nullable() }),
  z.strictObject({
    role: z.literal('assistant'),
    content: Content.nullish(),
    tool_calls: z.array(ToolCall).nullish(),
    prefix: z.boolean().optional(),
  }),
  z.strictObject({
    role: z.literal('tool'),
    content: Content.nullable(),
    tool_call_id: z.string().nullish(),
    name: z.string().nullish(),
  }),
])

export type ChatMessage = z.infer<typeof Message>

const Tool = z.strictObject({
  type: z.literal('function').optional(),
  function: z.strictObject({
    name: z.string(),
    description: z.string().optional(),
    strict: z.boolean().optional(),
    parameters: z.record(z.string(), z.unknown()),
  }),
})

const ToolChoice = z.union([
  z.enum(['auto', 'none', 'any', 'required']),
  z.strictObject({
    type: z.literal('function').optional(),
    function: z.strictObject({ name: z.string() }),
  }),
])

const ResponseFormat = z.strictObject({
  type: z.enum(['text', 'json_object', 'json_schema']).optional(),
  json_schema: z.looseObject({ name: z.string() }).nullish(),
})

/** Body of POST /v1/chat/completions (protocols/mistral 1.1); unknown fields are refused as the server does. */
export const ChatBody = z.strictObject({
  model: z.string(),
  messages: z.array(Message),
  temperature: z.number().min(0).max(1.5).nullish(),
  top_p: z.number().min(0).max(1).optional(),
  max_tokens: z.int().nonnegative().nullish(),
  stop: z.union([z.string(), z.array(z.string())]).optional(),
  random_seed: z.int().nullish(),
  stream: z.boolean().optional(),
  response_format: ResponseFormat.optional(),
  tools: z.array(Tool).max(128).nullish(),
  tool_choice: ToolChoice.optional(),
  parallel_tool_calls: z.boolean().optional(),
  presence_penalty: z.number().optional(),
  frequency_penalty: z.number().optional(),
  n: z.int().positive().nullish(),
  prediction: z.unknown().optional(),
  prompt_mode: z.literal('reasoning').nullish(),
  reasoning_effort: z.string().nullish(),
  safe_prompt: z.boolean().optional(),
  service_tier: z.string().nullish(),
  prompt_cache_key: z.string().nullish(),
  guardrails: z.unknown().optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

export type ChatBody = z.infer<typeof ChatBody>
