import { createMistralProvider } from './mistral/create-mistral-provider.ts'
import { createOllamaProvider } from './ollama/create-ollama-provider.ts'
import type { LlmProvider } from './provider.ts'

/** What names the models that are reached from here; a provider without its address or key is left out. */
export interface ProvidersConfig {
  /** Ids in the order of preference; Ollama, then Mistral, when empty. */
  LLM_PROVIDERS: readonly string[]
  OLLAMA_BASE_URL?: string | undefined
  MISTRAL_API_KEY?: string | undefined
  MISTRAL_URL?: string | undefined
}

/** The configured language models in their order; the built-in engine is none of them. */
export function configuredProviders(
  config: ProvidersConfig,
  { ollamaContextTokens: contextTokens }: { ollamaContextTokens: number },
): LlmProvider[] {
  const {
    LLM_PROVIDERS: ids,
    OLLAMA_BASE_URL: baseUrl,
    MISTRAL_API_KEY: apiKey,
    MISTRAL_URL: serverUrl,
  } = config
  const create = (id: string): LlmProvider[] => {
    if (id === 'ollama' && baseUrl) return [createOllamaProvider({ baseUrl, contextTokens })]
    if (id === 'mistral' && apiKey)
      return [createMistralProvider({ apiKey, ...(serverUrl ? { serverUrl } : {}) })]
    return []
  }
  return (ids.length > 0 ? ids : ['ollama', 'mistral']).flatMap(create)
}
