/** What a run tells of itself to the screens; a field left out stays as it was. */
export interface RunNote {
  title?: string
  ticketId?: number
  clientName?: string
  phase?: string
  category?: string
  verdict?: string
  /** 0 to 1. */
  confidence?: number
  autoResolved?: boolean
  /** Anything else, shallowly merged. */
  facts?: Record<string, unknown>
}
