import type { Hit } from './question.ts'

/** What one way of searching found, best first, and how much it counts. */
export interface Leg {
  hits: readonly Hit[]
  weight: number
}

/** Damps the difference between the first ranks. The usual 60 lets a weak leg spoil the order of a strong one. */
const rankOffset = 10

/** Weighted reciprocal rank fusion: a passage scores the sum over the legs of weight / (10 + rank); equals share a rank. */
export function fuse(legs: readonly Leg[]): Hit[] {
  const fused = new Map<string, Hit>()
  for (const { hits, weight } of legs) {
    for (const hit of hits) {
      const rank = hits.findIndex(({ score }) => score <= hit.score) + 1
      const score = (fused.get(hit.chunkId)?.score ?? 0) + weight / (rankOffset + rank)
      fused.set(hit.chunkId, { ...hit, score })
    }
  }
  return [...fused.values()].sort((a, b) => b.score - a.score)
}

/** Keeps at most `most` passages of a document, so that one long text does not fill the answer. */
export function spread(hits: readonly Hit[], most: number): Hit[] {
  const counts = new Map<string, number>()
  return hits.filter(({ documentId }) => {
    const count = (counts.get(documentId) ?? 0) + 1
    counts.set(documentId, count)
    return count <= most
  })
}
