/** What turns texts into vectors. Rows keep the id, so that vectors of two providers are never compared. */
export interface EmbeddingProvider {
  id: string
  /** Length of every vector. */
  dim: number
  /** `model` means meaning, not words: the search then calls itself hybrid. */
  kind: 'model' | 'lexical'
  /** Cosine below which two texts have nothing in common. */
  minLikeness: number
  /** One unit vector per text, in order; all zero for a text without words. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<number[][]>
}
