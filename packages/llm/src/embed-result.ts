import type { EmbedResult, ProviderId } from './provider.ts'
import { LlmProviderError } from './provider-error.ts'

/** The vectors of one embedding call, checked: one per text and all of one length. Throws kind `upstream`. */
export function embedResult(
  provider: ProviderId,
  { model, texts, vectors }: { model: string; texts: string[]; vectors: number[][] },
): EmbedResult {
  const dim = vectors[0]?.length ?? 0
  const isWhole = vectors.length === texts.length && vectors.every((vector) => vector.length === dim)
  if (isWhole && (dim > 0 || texts.length === 0)) return { model, dim, vectors }
  throw new LlmProviderError({
    provider,
    kind: 'upstream',
    message: `The model answered ${vectors.length} vectors for ${texts.length} texts.`,
  })
}
