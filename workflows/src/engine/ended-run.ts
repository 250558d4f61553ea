export const endStates = ['done', 'failed', 'cancelled', 'handed_over'] as const
export type EndState = (typeof endStates)[number]

/** A run at its end, for the events that tell of it. */
export interface EndedRun {
  id: string
  state: EndState
  isDryRun: boolean
  ticketId: number | null
  clientName: string | null
  category: string | null
  verdict: string | null
  autoResolved: boolean | null
  createdAt: Date
  endedAt: Date
}
