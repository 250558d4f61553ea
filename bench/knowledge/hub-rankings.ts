import { createKnowledgeSearch, type KnowledgeContext } from '@hub/knowledge'
import type { Ranking } from './measure.ts'

/** Enough that each leg shows all it found. */
const whole = 200

/** What the Hub answers. */
export function hubRanking(ctx: KnowledgeContext, idOf: ReadonlyMap<string, string>): Ranking {
  const search = createKnowledgeSearch(ctx)
  return async (query) => {
    const { passages } = await search({ query, limit: 30 })
    return passages.map(({ path }) => idOf.get(path) ?? path)
  }
}

/** What one way of searching of the Hub found, in its own order, read from the explanation. */
export function legRanking(
  ctx: KnowledgeContext,
  { idOf, leg }: { idOf: ReadonlyMap<string, string>; leg: 'words' | 'vectors' },
): Ranking {
  const search = createKnowledgeSearch(ctx)
  return async (query) => {
    const { passages, explanation } = await search({ query, limit: whole, explain: true })
    const rankOf = new Map(
      explanation?.passages.map(({ chunkId, legs }) => [chunkId, legs.find((one) => one.leg === leg)?.rank]),
    )
    return passages
      .flatMap(({ chunkId, path }) => {
        const rank = rankOf.get(chunkId)
        return rank === undefined ? [] : [{ rank, id: idOf.get(path) ?? path }]
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ id }) => id)
  }
}
