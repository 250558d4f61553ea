import { z } from 'zod'
import { ChatMode } from './chat.ts'
import { LocalizedText } from './levels.ts'

const ProviderModel = z.object({
  mode: ChatMode,
  model: z.string(),
  /** Null where the server was not asked yet, or does not say. */
  installed: z.boolean().nullable(),
  canCallTools: z.boolean().nullable(),
  contextTokens: z.number().int().nullable(),
})

const ProviderProblem = z.object({
  kind: z.string(),
  at: z.iso.datetime(),
  message: LocalizedText,
})

/** One answering engine, as one process has seen it. */
export const ChatProvider = z.object({
  id: z.enum(['ollama', 'mistral', 'builtin']),
  name: LocalizedText,
  /** It would be asked first now. */
  answering: z.boolean(),
  state: z.enum(['up', 'down', 'unknown']),
  since: z.iso.datetime(),
  /** It failed and is left alone until then. */
  restsUntil: z.iso.datetime().nullable(),
  models: z.array(ProviderModel),
  calls: z.number().int(),
  errors: z.number().int(),
  lastError: ProviderProblem.nullable(),
  /** Milliseconds to the first output of the last calls. */
  firstOutputMs: z
    .object({ p50: z.number().int(), p95: z.number().int(), samples: z.number().int() })
    .nullable(),
})
export type ChatProvider = z.infer<typeof ChatProvider>

/** The engines in the order they are tried. The figures are of one process: replicas have their own. */
export const ChatProviders = z
  .object({
    items: z.array(ChatProvider),
    measuredBy: z.object({ process: z.string(), since: z.iso.datetime() }),
  })
  .meta({ id: 'ChatProviders' })
export type ChatProviders = z.infer<typeof ChatProviders>

export const TestProvider = z
  .object({ mode: ChatMode.default('flash') })
  .strict()
  .meta({ id: 'TestProvider' })
export type TestProvider = z.infer<typeof TestProvider>

/** How a tiny real question to one engine went. */
export const ProviderTest = z
  .object({
    ok: z.boolean(),
    model: z.string(),
    firstOutputMs: z.number().int().nullable(),
    totalMs: z.number().int(),
    /** The beginning of what it wrote. */
    text: z.string(),
    error: z.object({ kind: z.string(), message: LocalizedText }).nullable(),
  })
  .meta({ id: 'ProviderTest' })
export type ProviderTest = z.infer<typeof ProviderTest>
