import { embedResult } from '../embed-result.ts'
import type { EmbedRequest, EmbedResult } from '../provider.ts'
import { callFailure, callSignal } from '../single-call.ts'
import { type OllamaConnection, openClient } from './connection.ts'

/** Vectors for texts, in order (POST /api/embed; unit length). Throws `LlmProviderError`. */
export async function embedWithOllama(
  connection: OllamaConnection,
  { model, texts, signal }: EmbedRequest,
): Promise<EmbedResult> {
  if (texts.length === 0) return { model, dim: 0, vectors: [] }
  const limits = callSignal(signal, connection.timeouts.firstTokenTimeoutMs)
  try {
    const client = openClient(connection, { signal: limits.signal, model })
    const { embeddings } = await client.embed({ model, input: texts })
    return embedResult('ollama', { model, texts, vectors: embeddings })
  } catch (error) {
    throw callFailure('ollama', error, { limits, secrets: [connection.apiKey] })
  }
}
