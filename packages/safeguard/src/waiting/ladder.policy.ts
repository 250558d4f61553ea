import { PolicyTerms } from '@hub/contracts'
import type { z } from 'zod'

const Ladder = PolicyTerms.shape.ladder
export type LadderStep = z.infer<typeof Ladder>[number]

export function readLadder(value: unknown): LadderStep[] {
  return Ladder.parse(value)
}

/**
 * How many rungs should have been told once `share` (0 to 1) of the time to decide has passed. Outside working hours
 * nobody may be looking: the rung after those is told at once.
 */
export function dueRungs(ladder: LadderStep[], share: number, isWorkingTime: boolean): number {
  const reached = ladder.filter(({ at }) => share >= at).length
  return Math.min(reached + (isWorkingTime ? 0 : 1), ladder.length)
}
