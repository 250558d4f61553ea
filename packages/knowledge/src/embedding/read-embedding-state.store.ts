import type { Db } from '@hub/prisma'
import type { Embeddings } from './embedder.ts'
import { countVectors } from './vectors.store.ts'

/** Where one model stands. */
export interface ModelState {
  name: string
  dim: number | null
  state: 'filling' | 'serving' | 'retired'
  askedAt: Date
  servingSince: Date | null
  /** Passages, those that have their vector, and those that the model does not take. */
  total: number
  done: number
  refused: number
  /** Why filling stands still; undefined when it does not. */
  error?: { message: string; at: Date }
}

/** The embedding of the knowledge base. */
export interface EmbeddingState {
  /** Name of the model that the configuration asks for; undefined when the search is by words alone. */
  wanted: string | undefined
  models: ModelState[]
}

/** Which model serves, which one is being filled, how far it is and what stops it. */
export async function readEmbeddingState({
  db,
  embeddings,
}: {
  db: Db
  embeddings: Embeddings
}): Promise<EmbeddingState> {
  const rows = await db.knowledgeEmbeddingModel.findMany({ orderBy: { id: 'asc' } })
  const models: ModelState[] = []
  for (const { id, name, dim, state, askedAt, servingSince, error, errorAt } of rows) {
    const counts = await countVectors(db, id)
    models.push({
      name,
      dim,
      state: state === 'serving' || state === 'retired' ? state : 'filling',
      askedAt,
      servingSince,
      ...counts,
      ...(error !== null && errorAt !== null && { error: { message: error, at: errorAt } }),
    })
  }
  return { wanted: embeddings.wanted, models }
}
