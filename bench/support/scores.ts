import { type Category, categories } from '@hub/workflows'
import type { Judged } from './judge.ts'

/** Counts by labelled and found category. */
export type Confusion = Record<Category, Record<Category, number>>

const row = (): Record<Category, number> => ({ RESET_MDP: 0, DEBLOCAGE: 0, '#DIAG': 0, AUTRE: 0 })

export function confusionOf(all: readonly Judged[]): Confusion {
  const counts: Confusion = { RESET_MDP: row(), DEBLOCAGE: row(), '#DIAG': row(), AUTRE: row() }
  for (const { labelled, classification } of all) counts[labelled.category][classification.category] += 1
  return counts
}

/** F1 of one category: 0 to 1. */
export function f1Of(counts: Confusion, category: Category): number {
  const right = counts[category][category]
  const labelled = categories.reduce((sum, found) => sum + counts[category][found], 0)
  const found = categories.reduce((sum, label) => sum + counts[label][category], 0)
  return labelled + found === 0 ? 1 : (2 * right) / (labelled + found)
}

/** Mean F1 of the categories that the set holds. */
export function macroF1(counts: Confusion): number {
  const held = categories.filter((label) => categories.some((found) => counts[label][found] > 0))
  return held.reduce((sum, category) => sum + f1Of(counts, category), 0) / Math.max(1, held.length)
}
