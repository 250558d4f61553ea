import type { SearchExplanation } from '@hub/contracts'
import type { EmbedQuery } from '../embedding/embed-query.ts'
import type { Embeddings } from '../embedding/embedder.ts'
import { servingModel } from '../embedding/embedding-models.store.ts'
import type { Leg } from './fuse.ts'
import type { LegContext } from './legs.ts'
import { searchVectors } from './search-vectors.store.ts'

const limit = 50

type Without = NonNullable<SearchExplanation['withoutVectors']>

/** Likeness of meaning, by the model that serves; else why there is none. */
export async function vectorsLeg(
  { db, question, scope }: LegContext,
  parts: { embeddings: Embeddings; embedQuery: EmbedQuery },
): Promise<Leg | Without> {
  if (parts.embeddings.wanted === undefined) return 'not_configured'
  const model = await servingModel(db)
  if (!model) return 'not_ready'
  const embedder = parts.embeddings.open(model.name)
  const text = question.query.replaceAll('\0', ' ')
  const vector = embedder && (await parts.embedQuery(embedder, { text, signal: question.signal }))
  if (!vector || vector.length !== model.dim) return 'unavailable'
  const found = await searchVectors(db, {
    scope,
    modelId: model.id,
    isIndexed: model.isIndexed,
    vector,
    limit,
  })
  const chance = model.chanceLikeness ?? Number.POSITIVE_INFINITY
  const hits = found.map((hit) => ({ ...hit, isWeak: hit.score <= chance }))
  return {
    name: 'vectors',
    hits: hits.filter(({ score }) => !Number.isNaN(score)),
    weight: parts.embeddings.weight,
  }
}
