import type { ModelFacts } from '../provider.ts'
import { callFailure, callSignal } from '../single-call.ts'
import { type MistralConnection, openMistral } from './connection.ts'
import { mistralFailure } from './failure.ts'

const limitMs = 10_000

/** What GET /v1/models says of each model, by its id or alias (protocols/mistral 1.2). Throws `LlmProviderError`. */
export async function describeMistralModels(
  connection: MistralConnection,
  { models, signal }: { models: string[]; signal: AbortSignal },
): Promise<Map<string, ModelFacts>> {
  const { apiKey } = connection
  const limits = callSignal(signal, limitMs)
  try {
    const client = await openMistral(connection)
    const { data = [] } = await client.models.list(undefined, { signal: limits.signal })
    const cards = data.flatMap((card) => ('id' in card ? [card] : []))
    return new Map(
      models.map((model) => [
        model,
        factsOf(cards.find(({ id, aliases }) => id === model || aliases?.includes(model))),
      ]),
    )
  } catch (error) {
    if (limits.signal.aborted) throw callFailure('mistral', error, { limits, secrets: [apiKey] })
    throw mistralFailure(error, { model: '', apiKey })
  }
}

interface Card {
  capabilities?: { functionCalling?: boolean | undefined } | undefined
  maxContextLength?: number | undefined
}

function factsOf(card: Card | undefined): ModelFacts {
  return {
    isInstalled: card !== undefined,
    canCallTools: card?.capabilities?.functionCalling ?? null,
    contextTokens: card?.maxContextLength ?? null,
  }
}
