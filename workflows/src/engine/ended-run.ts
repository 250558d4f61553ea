export const endStates = ['done', 'failed', 'cancelled', 'handed_over'] as const
export type EndState = (typeof endStates)[number]

/** What a run has told of itself, for the events that tell of it. */
export interface RunColumns {
  id: string
  workflow: string
  isDryRun: boolean
  ticketId: number | null
  clientName: string | null
  phase: string | null
  category: string | null
  verdict: string | null
  confidence: number | null
  autoResolved: boolean | null
  facts: unknown
  createdAt: Date
}

/** A run at its end. */
export interface EndedRun extends RunColumns {
  state: EndState
  endedAt: Date
}
