import type { FusedHit, Leg } from '../search/fuse.ts'
import { exactLikeness } from '../search/search-identifiers.store.ts'

/** How much of a question the base answers. */
export type FoundAmount = 'nothing' | 'little' | 'enough'

/** A passage that names less than this share of the words asked for, rare ones counting more, is little. */
const enoughCoverage = 0.5
/** Likeness from which a passage means what was asked, whatever its words. */
const enoughLikeness = 0.6

/** Whether one of the passages found names what was asked, or means it. */
export function foundAmount(legs: readonly Leg[], hits: readonly FusedHit[]): FoundAmount {
  const found = new Set(hits.map(({ chunkId }) => chunkId))
  const isEnough = legs.some(({ name, hits: all }) =>
    all.some(({ chunkId, score, coverage = 0 }) => {
      if (!found.has(chunkId)) return false
      if (name === 'words') return coverage >= enoughCoverage
      if (name === 'identifiers') return score >= exactLikeness
      return name === 'vectors' && score >= enoughLikeness
    }),
  )
  return isEnough ? 'enough' : 'little'
}
