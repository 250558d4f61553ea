import { type ChatMode, type DependencyHealth, UpstreamError } from '@hub/contracts'
import { configuredProviders, createBuiltinProvider, createProviderChain, type ProviderChain } from '@hub/llm'
import type { ServerEnv } from '../../config.ts'

/** The answering engines in their configured order. */
export interface ChatEngine {
  chain: ProviderChain
  health(signal: AbortSignal): Promise<Pick<DependencyHealth, 'state' | 'detail'>>
}

/** Ollama, then Mistral, where configured; the built-in engine always closes the list. */
export function createEngine(env: ServerEnv): ChatEngine {
  const configured = configuredProviders(env, { ollamaContextTokens: env.OLLAMA_CONTEXT_TOKENS })
  const providers = [...configured, createBuiltinProvider()]
  const models = { ollama: ollamaModels(env), mistral: mistralModels(env), builtin: 'builtin' }
  const chain = createProviderChain(providers, { models })
  return { chain, health: (signal) => chainHealth(chain, signal) }
}

function ollamaModels(env: ServerEnv): Record<ChatMode, string> {
  return {
    flash: env.OLLAMA_MODEL_FLASH ?? env.OLLAMA_MODEL,
    code: env.OLLAMA_MODEL_CODE ?? env.OLLAMA_MODEL,
    redaction: env.OLLAMA_MODEL_REDACTION ?? env.OLLAMA_MODEL,
    assistant: env.OLLAMA_MODEL_ASSISTANT ?? env.OLLAMA_MODEL,
  }
}

function mistralModels(env: ServerEnv): Record<ChatMode, string> {
  return {
    flash: env.MISTRAL_MODEL_FLASH,
    code: env.MISTRAL_MODEL_CODE,
    redaction: env.MISTRAL_MODEL_REDACTION,
    assistant: env.MISTRAL_MODEL_ASSISTANT,
  }
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
