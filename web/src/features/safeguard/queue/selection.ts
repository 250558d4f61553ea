import { create } from 'zustand'

interface Selection {
  ids: readonly string[]
  /** How many were just approved together; until the next selection. */
  approved: number | undefined
}

const nothing: Selection = { ids: [], approved: undefined }

/** The requests that the reader has marked in the queue; it outlives the opening of one of them. */
export const useSelection = create<Selection>(() => nothing)

/** Marks a request, or takes the mark away. */
export function toggleSelected(id: string): void {
  useSelection.setState(({ ids }) => ({
    ids: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id],
    approved: undefined,
  }))
}

/** Takes all marks away; `approved` tells how many were approved with them. */
export function clearSelection(approved?: number): void {
  useSelection.setState({ ids: [], approved })
}
