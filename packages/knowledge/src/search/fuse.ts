import type { Hit } from './question.ts'

/** What one way of searching found, best first, and how much it counts. */
export interface Leg {
  name: 'words' | 'identifiers' | 'vectors' | 'client'
  hits: readonly Hit[]
  weight: number
}

/** Damps the difference between the first ranks. The usual 60 lets a weak leg spoil the order of a strong one. */
const rankOffset = 10

/**
 * Weighted reciprocal rank fusion: a passage scores the sum over the legs of weight / (10 + rank); equals share a rank.
 * Passages with weak hits only are left out.
 */
export function fuse(legs: readonly Leg[]): Hit[] {
  const fused = new Map<string, Hit & { isWeak: boolean }>()
  for (const { hits, weight } of legs) {
    for (const { chunkId, documentId, score, isWeak = false } of hits) {
      const rank = hits.findIndex((other) => other.score <= score) + 1
      const before = fused.get(chunkId) ?? { score: 0, isWeak: true }
      const sum = before.score + weight / (rankOffset + rank)
      fused.set(chunkId, { chunkId, documentId, score: sum, isWeak: before.isWeak && isWeak })
    }
  }
  return [...fused.values()].filter((hit) => !hit.isWeak).sort((a, b) => b.score - a.score)
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
