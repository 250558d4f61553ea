import { checkProvider } from '../check-provider.ts'
import type { ProviderCheck } from '../provider.ts'
import { type OllamaConnection, openClient } from './connection.ts'

/** Whether Ollama answers, how fast, and which models it has (GET /api/tags). Never throws. */
export function checkOllama(connection: OllamaConnection, signal: AbortSignal): Promise<ProviderCheck> {
  return checkProvider({
    provider: 'ollama',
    signal,
    secrets: [connection.apiKey],
    listModels: async (limited) => {
      const { models } = await openClient(connection, { signal: limited, model: '' }).list()
      return models.map(({ name }) => name)
    },
  })
}
