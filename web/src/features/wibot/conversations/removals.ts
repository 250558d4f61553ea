import type { Conversation } from '@hub/contracts'
import { create } from 'zustand'

/** What just left the list, until it is taken back or forgotten. */
export interface Removal {
  kind: 'deleted' | 'archived'
  conversation: Pick<Conversation, 'id' | 'title'>
}

export const useRemoval = create<{ removal: Removal | null }>(() => ({ removal: null }))

/** Says what left the list; null says no more. */
export function setRemoval(removal: Removal | null): void {
  useRemoval.setState({ removal })
}
