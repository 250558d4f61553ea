import { embedResult } from '../embed-result.ts'
import type { EmbedRequest, EmbedResult } from '../provider.ts'
import { callFailure, callSignal } from '../single-call.ts'
import { type MistralConnection, openMistral } from './connection.ts'
import { mistralFailure } from './failure.ts'

// One call takes about 16 000 tokens in all (protocols/mistral 1.2); French text runs near 3 characters per token.
const mostCharsPerCall = 36_000

function batches(texts: string[]): string[][] {
  const all: string[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const text of texts) {
    if (size + text.length > mostCharsPerCall) {
      all.push([])
      size = 0
    }
    all.at(-1)?.push(text)
    size += text.length
  }
  return all
}

/** Vectors for texts, in order (POST /v1/embeddings, in batches; unit length). Throws `LlmProviderError`. */
export async function embedWithMistral(
  connection: MistralConnection,
  { model, texts, signal }: EmbedRequest,
): Promise<EmbedResult> {
  const { apiKey, timeouts } = connection
  if (texts.length === 0) return { model, dim: 0, vectors: [] }
  const limits = callSignal(signal, timeouts.firstTokenTimeoutMs)
  try {
    const client = await openMistral(connection)
    const vectors: number[][] = []
    for (const inputs of batches(texts)) {
      const { data } = await client.embeddings.create({ model, inputs }, { signal: limits.signal })
      const inOrder = [...data].sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
      vectors.push(...inOrder.map(({ embedding = [] }) => embedding))
    }
    return embedResult('mistral', { model, texts, vectors })
  } catch (error) {
    const failure = mistralFailure(error, { model, apiKey })
    throw callFailure('mistral', failure, { limits, secrets: [apiKey] })
  }
}
