import type { Hit } from './question.ts'

/** What one way of searching found, best first, and how much it counts. */
export interface Leg {
  name: 'words' | 'identifiers' | 'vectors' | 'client'
  hits: readonly Hit[]
  weight: number
}

/** What one way of searching adds to the score of a passage. */
export interface LegShare {
  leg: Leg['name']
  rank: number
  score: number
  adds: number
}

export interface FusedHit extends Hit {
  isWeak: boolean
  legs: LegShare[]
}

/** Damps the difference between the first ranks. The usual 60 lets a weak leg spoil the order of a strong one. */
const rankOffset = 10

/**
 * Weighted reciprocal rank fusion: a passage scores the sum over the legs of weight / (10 + rank); equals share a rank.
 * Passages with weak hits only are left out.
 */
export function fuse(legs: readonly Leg[]): FusedHit[] {
  const fused = new Map<string, FusedHit>()
  for (const leg of legs) {
    let rank = 0
    let last = Number.POSITIVE_INFINITY
    for (const [index, { chunkId, documentId, score, isWeak = false }] of leg.hits.entries()) {
      if (score < last) rank = index + 1
      last = score
      const share = { leg: leg.name, rank, score, adds: leg.weight / (rankOffset + rank) }
      const { score: before, isWeak: wasWeak, legs: shares } = fused.get(chunkId) ?? nothing
      const sums = { score: before + share.adds, isWeak: wasWeak && isWeak, legs: [...shares, share] }
      fused.set(chunkId, { chunkId, documentId, ...sums })
    }
  }
  return [...fused.values()].filter((hit) => !hit.isWeak).sort((a, b) => b.score - a.score)
}

const nothing = { score: 0, isWeak: true, legs: [] }

/** Keeps at most `most` passages of a document, so that one long text does not fill the answer. */
export function spread<T extends Hit>(hits: readonly T[], most: number): T[] {
  const counts = new Map<string, number>()
  return hits.filter(({ documentId }) => {
    const count = (counts.get(documentId) ?? 0) + 1
    counts.set(documentId, count)
    return count <= most
  })
}
