import type { ModelFacts } from '../provider.ts'
import { LlmProviderError } from '../provider-error.ts'
import { callFailure, callSignal } from '../single-call.ts'
import { type OllamaConnection, openClient } from './connection.ts'

const limitMs = 10_000

/**
 * What POST /api/show says of each model (protocols/ollama 1.2): its capabilities, and as context the smaller of what
 * the model knows and what it is loaded with. Throws `LlmProviderError`, not for a model that is missing.
 */
export async function describeOllamaModels(
  connection: OllamaConnection,
  { models, signal }: { models: string[]; signal: AbortSignal },
): Promise<Map<string, ModelFacts>> {
  const limits = callSignal(signal, limitMs)
  const facts = models.map(
    async (model) => [model, await describeOne(connection, model, limits.signal)] as const,
  )
  try {
    return new Map(await Promise.all(facts))
  } catch (error) {
    throw callFailure('ollama', error, { limits, secrets: [connection.apiKey] })
  }
}

const missing: ModelFacts = { isInstalled: false, canCallTools: null, contextTokens: null }

async function describeOne(
  connection: OllamaConnection,
  model: string,
  signal: AbortSignal,
): Promise<ModelFacts> {
  try {
    const shown = await openClient(connection, { signal, model }).show({ model })
    const lengths = [connection.contextTokens, contextOf(shown.model_info)].filter(
      (length) => length !== undefined,
    )
    return {
      isInstalled: true,
      canCallTools: Array.isArray(shown.capabilities) ? shown.capabilities.includes('tools') : null,
      contextTokens: lengths.length > 0 ? Math.min(...lengths) : null,
    }
  } catch (error) {
    if (error instanceof LlmProviderError && error.kind === 'model_missing') return missing
    throw error
  }
}

function contextOf(info: unknown): number | undefined {
  if (typeof info !== 'object' || info === null) return undefined
  const entries = info instanceof Map ? [...info] : Object.entries(info)
  const found = entries.find(([name]) => String(name).endsWith('.context_length'))?.[1]
  return typeof found === 'number' && found > 0 ? found : undefined
}
