import { listValue } from '@hub/kernel'
import { configuredProviders, createProviderChain } from '@hub/llm'
import { z } from 'zod'
import { askModel, type TicketModel } from './ask-model.ts'

/** A ticket is short, and its answer shorter. */
const contextTokens = 8_192

/** Environment that names the language model which reads tickets beside the rules; named as in the server. */
export const TicketModelEnv = z.object({
  LLM_PROVIDERS: listValue,
  OLLAMA_BASE_URL: z.url().optional(),
  OLLAMA_MODEL: z.string().default('qwen3:8b'),
  OLLAMA_MODEL_FLASH: z.string().optional(),
  MISTRAL_API_KEY: z.string().optional(),
  MISTRAL_URL: z.url().optional(),
  MISTRAL_MODEL_FLASH: z.string().default('mistral-small-latest'),
  /** Longest time that a ticket waits for the model, in seconds. */
  SUPPORT_MODEL_SECONDS: z.coerce.number().min(1).max(60).default(15),
})
type TicketModelEnv = z.infer<typeof TicketModelEnv>

/** The configured models, the quick one of each, in their order; undefined when there is none. */
export function createTicketModel(env: TicketModelEnv): TicketModel | undefined {
  const providers = configuredProviders(env, { ollamaContextTokens: contextTokens })
  if (providers.length === 0) return undefined
  const models = { ollama: env.OLLAMA_MODEL_FLASH ?? env.OLLAMA_MODEL, mistral: env.MISTRAL_MODEL_FLASH }
  const chain = createProviderChain(providers, { models })
  return (ticket) => askModel(chain, ticket, env.SUPPORT_MODEL_SECONDS * 1_000)
}
