import { type DependencyHealth, type LocalizedText, UpstreamError } from '@hub/contracts'
import {
  createBuiltinProvider,
  createMistralProvider,
  createOllamaProvider,
  createProviderChain,
  type Fallback,
  type LlmProvider,
  type ProviderChain,
  type ProviderId,
} from '@hub/llm'
import type { ServerEnv } from '../../config.ts'

/** The answering engines in their configured order. */
export interface ChatEngine {
  chain: ProviderChain
  health(signal: AbortSignal): Promise<Pick<DependencyHealth, 'state' | 'detail'>>
}

const mistralModels = {
  flash: 'mistral-small-latest',
  code: 'codestral-latest',
  redaction: 'mistral-large-latest',
  assistant: 'mistral-large-latest',
}

/** Ollama, then Mistral, where configured; the built-in engine always closes the list. */
export function createEngine(env: ServerEnv): ChatEngine {
  const order = env.LLM_PROVIDERS.length > 0 ? env.LLM_PROVIDERS : ['ollama', 'mistral']
  const providers = [...order.flatMap((id) => createProvider(id, env)), createBuiltinProvider()]
  const models = { ollama: env.OLLAMA_MODEL, mistral: mistralModels, builtin: 'builtin' }
  const chain = createProviderChain(providers, { models })
  return { chain, health: (signal) => chainHealth(chain, signal) }
}

function createProvider(id: string, env: ServerEnv): LlmProvider[] {
  if (id === 'ollama' && env.OLLAMA_BASE_URL)
    return [createOllamaProvider({ baseUrl: env.OLLAMA_BASE_URL, contextTokens: env.OLLAMA_CONTEXT_TOKENS })]
  if (id === 'mistral' && env.MISTRAL_API_KEY)
    return [
      createMistralProvider({
        apiKey: env.MISTRAL_API_KEY,
        ...(env.MISTRAL_URL ? { serverUrl: env.MISTRAL_URL } : {}),
      }),
    ]
  return []
}

/** Degraded: somebody answers, but not the first choice. */
async function chainHealth(
  chain: ProviderChain,
  signal: AbortSignal,
): Promise<Pick<DependencyHealth, 'state' | 'detail'>> {
  const checks = await chain.check(signal)
  const answering = checks.find((check) => check.ok)
  if (!answering) throw new UpstreamError('No engine answers')
  const isFirst = answering === checks[0]
  return { state: isFirst ? 'up' : 'degraded', detail: answering.provider }
}

const names: Record<ProviderId, LocalizedText> = {
  ollama: { fr: 'Ollama', en: 'Ollama' },
  mistral: { fr: 'Mistral', en: 'Mistral' },
  builtin: { fr: 'le moteur intégré', en: 'the built-in engine' },
}

/** What the reader is told when another engine answers than the first choice. */
export function fallbackNotice({ from, to }: Fallback): LocalizedText {
  return {
    fr: `${capital(names[to].fr)} répond : ${names[from].fr} est indisponible.`,
    en: `${capital(names[to].en)} is answering: ${names[from].en} is unavailable.`,
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
