import type { Embedder } from './embedder.ts'

const timeoutMs = 3_000
/** After a failure the server is left alone for this long: a dead one must not slow every search down. */
const restMs = 10_000
const mostKept = 500

/** The vector of a question, or undefined when the embedding server does not answer in time. */
export type EmbedQuery = (
  embedder: Embedder,
  input: { text: string; signal?: AbortSignal | undefined },
) => Promise<number[] | undefined>

/** Embeds questions: the last ones are kept, and a server that failed is asked again only after ten seconds. */
export function createQueryEmbedding(now: () => number = Date.now): EmbedQuery {
  const kept = new Map<string, number[]>()
  const restsUntil = new Map<string, number>()
  return async (embedder, { text, signal }) => {
    const key = `${embedder.name} ${text}`
    const known = kept.get(key)
    if (known) return known
    if ((restsUntil.get(embedder.name) ?? 0) > now()) return undefined
    const limits = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]
    try {
      const [vector] = await embedder.embed([text], AbortSignal.any(limits))
      if (!vector?.some((value) => value !== 0)) return undefined
      kept.set(key, vector)
      if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '')
      return vector
    } catch {
      signal?.throwIfAborted()
      restsUntil.set(embedder.name, now() + restMs)
      return undefined
    }
  }
}
