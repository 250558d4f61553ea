/** Turns texts into vectors with one model. */
export interface Embedder {
  /** Provider and model, such as `ollama:bge-m3`. */
  name: string
  /** One vector per text, in order. Throws what the provider throws and the reason of the signal. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<number[][]>
}

/** The embedding models within reach. */
export interface Embeddings {
  /** Name of the one to use; undefined for a search by words alone. */
  wanted: string | undefined
  /** What its rank counts beside that of the words, which count 1. */
  weight: number
  /** Another one serves while the wanted one is filled; undefined when its provider is not configured. */
  open(name: string): Embedder | undefined
}

/** No model: the search is by words. */
export const withoutEmbeddings: Embeddings = { wanted: undefined, weight: 0, open: () => undefined }
