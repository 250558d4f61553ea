import { UpstreamError } from '@hub/contracts'
import { ConfigError } from '@hub/kernel'
import { createMistralProvider, createOllamaProvider, type LlmProvider } from '@hub/llm'
import { z } from 'zod'
import type { Embedder, Embeddings } from './embedder.ts'

/** Environment that names the embedding model; the same in every process that searches. */
export const EmbeddingsEnv = z.object({
  /** `lexical` searches by words alone. */
  EMBEDDINGS_PROVIDER: z.enum(['ollama', 'mistral', 'lexical']).default('lexical'),
  EMBEDDINGS_MODEL: z.string().min(1).optional(),
  /** What its rank counts beside the words' 1. The default costs nothing with a weak model; see bench/knowledge.ts. */
  EMBEDDINGS_WEIGHT: z.coerce.number().min(0).max(2).default(0.1),
  OLLAMA_BASE_URL: z.url().optional(),
  MISTRAL_API_KEY: z.string().optional(),
  MISTRAL_URL: z.url().optional(),
})
export type EmbeddingsEnv = z.infer<typeof EmbeddingsEnv>

const defaultModels = { ollama: 'bge-m3', mistral: 'mistral-embed' }

/**
 * The embedding models that a configuration gives access to.
 * @throws ConfigError when the chosen provider has no address or key
 */
export function createEmbeddings(env: EmbeddingsEnv): Embeddings {
  const { EMBEDDINGS_PROVIDER: chosen, EMBEDDINGS_MODEL: model } = env
  const providers = openProviders(env)
  if (chosen !== 'lexical' && providers[chosen] === undefined) {
    const needed = chosen === 'ollama' ? 'OLLAMA_BASE_URL' : 'MISTRAL_API_KEY'
    throw new ConfigError(`configuration: EMBEDDINGS_PROVIDER=${chosen} needs ${needed}`)
  }
  const wanted = chosen === 'lexical' ? undefined : `${chosen}:${model ?? defaultModels[chosen]}`
  return { wanted, weight: env.EMBEDDINGS_WEIGHT, open: (name) => openEmbedder(providers, name) }
}

type Providers = Partial<Record<'ollama' | 'mistral', LlmProvider>>

function openProviders({ OLLAMA_BASE_URL, MISTRAL_API_KEY, MISTRAL_URL }: EmbeddingsEnv): Providers {
  return {
    ...(OLLAMA_BASE_URL && { ollama: createOllamaProvider({ baseUrl: OLLAMA_BASE_URL }) }),
    ...(MISTRAL_API_KEY && {
      mistral: createMistralProvider({
        apiKey: MISTRAL_API_KEY,
        ...(MISTRAL_URL && { serverUrl: MISTRAL_URL }),
      }),
    }),
  }
}

function openEmbedder({ ollama, mistral }: Providers, name: string): Embedder | undefined {
  const colon = name.indexOf(':')
  const provider = { ollama, mistral }[name.slice(0, colon)]
  const model = name.slice(colon + 1)
  if (!provider?.embed) return undefined
  const embed = provider.embed.bind(provider)
  return {
    name,
    async embed(texts, signal) {
      const { vectors } = await embed({ model, texts: [...texts], signal })
      if (vectors.every(isVector)) return vectors
      throw new UpstreamError(`${name} gave a vector that holds no numbers`)
    },
  }
}

/** The database keeps single precision, and refuses what exceeds it. */
const isVector = (vector: readonly unknown[]) =>
  vector.length > 0 &&
  vector.every((value) => typeof value === 'number' && Number.isFinite(Math.fround(value)))
