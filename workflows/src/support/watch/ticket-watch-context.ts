import type { WorkflowActor } from '@hub/contracts'
import type { WorkflowsContext } from '../../context.ts'

/** What the watch over the tickets works with. */
export interface TicketWatchContext extends WorkflowsContext {
  /** This worker, for its lease. */
  reader: string
  /** In whose name it reads. */
  actor: WorkflowActor
}
