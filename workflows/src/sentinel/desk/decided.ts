import type { Alert } from '../alerts/alert.ts'
import type { Cause } from '../group/cause.ts'

/** What becomes of one notification, for its row. */
export interface DecidedAlert {
  id: string
  alert: Alert | null
  dedupeKey: string | null
  runId: string | null
  heldUntil: string | null
  problem: string | null
  decision: { kind: string; rule: string; fr: string; en: string; [more: string]: unknown }
}

/** Everything that one look at the notifications has decided. */
export interface Decided {
  alerts: Map<string, DecidedAlert>
  opened: Map<string, OpenedIncident>
  /** Incidents with another cause, or that were found to be unstable. */
  changed: Set<string>
  /** Incidents with news. */
  touched: Set<string>
  merged: { id: string; into: string }[]
  lastNumber: number
}

export interface OpenedIncident {
  id: string
  cause: Cause
  isFlapping: boolean
  first: Alert
}
