import { checkProvider } from '../check-provider.ts'
import type { ProviderCheck } from '../provider.ts'
import { type MistralConnection, openMistral } from './connection.ts'
import { mistralFailure } from './failure.ts'

/** Whether Mistral answers with this key, how fast, and its chat models (GET /v1/models). Never throws. */
export function checkMistral(connection: MistralConnection, signal: AbortSignal): Promise<ProviderCheck> {
  const { apiKey } = connection
  return checkProvider({
    provider: 'mistral',
    signal,
    secrets: [apiKey],
    listModels: async (limited) => {
      try {
        const client = await openMistral(connection)
        const { data = [] } = await client.models.list(undefined, { signal: limited })
        return data.flatMap((card) => ('id' in card ? [card.id] : []))
      } catch (error) {
        throw mistralFailure(error, { model: '', apiKey })
      }
    },
  })
}
