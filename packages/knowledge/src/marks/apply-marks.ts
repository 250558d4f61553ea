import type { PassageMark } from '@hub/contracts'
import type { FusedHit } from '../search/fuse.ts'

/** What a reported passage keeps of its score: the word of one person ranks it lower and cannot hide it. */
const openShare = 0.5

/** Ranks reported passages lower, and leaves out those that are confirmed as wrong or outdated. */
export function applyMarks(
  hits: readonly FusedHit[],
  marks: ReadonlyMap<string, PassageMark>,
): { kept: FusedHit[]; leftOut: number } {
  if (marks.size === 0) return { kept: [...hits], leftOut: 0 }
  const kept = hits.flatMap((hit) => {
    const state = marks.get(hit.chunkId)?.state
    if (state === 'confirmed') return []
    return state === 'open' ? [{ ...hit, score: hit.score * openShare }] : [hit]
  })
  return { kept: kept.sort((a, b) => b.score - a.score), leftOut: hits.length - kept.length }
}
