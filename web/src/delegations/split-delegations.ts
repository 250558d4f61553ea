import type { Delegation } from '@hub/contracts'

export interface SplitDelegations {
  given: Delegation[]
  received: Delegation[]
  /** Between other people; only N3 and above are told. */
  others: Delegation[]
}

/** Delegations from the reader, to the reader, and between others. */
export function splitDelegations(items: readonly Delegation[], userId: string): SplitDelegations {
  return {
    given: items.filter(({ from }) => from.userId === userId),
    received: items.filter(({ to }) => to.userId === userId),
    others: items.filter(({ from, to }) => from.userId !== userId && to.userId !== userId),
  }
}

export const isActive = ({ state }: Delegation): boolean => state === 'active'
/** It counts now, or will. */
export const isOpen = ({ state }: Delegation): boolean => state === 'active' || state === 'planned'
