import { TicketProcessed } from '@hub/contracts'
import type { NewEvent } from '@hub/prisma'
import type { EndedRun } from '../engine/ended-run.ts'
import { openedByHub } from './run/touched-by.ts'

/**
 * What the end of a run tells the dashboards; a trial, a run that failed or that people ended, and one of a ticket
 * of our own, tell nothing.
 */
export function ticketProcessed(run: EndedRun): NewEvent[] {
  if (run.isDryRun || run.state !== 'done' || run.phase === openedByHub) return []
  const { id: runId, ticketId, clientName: client, phase, category, confidence, autoResolved } = run
  const data = TicketProcessed.parse({
    ...{ runId, ticketId, client, phase, category, confidence },
    durationMs: run.endedAt.getTime() - run.createdAt.getTime(),
    autoResolved: autoResolved ?? false,
  })
  return [{ type: 'workflow:ticket_processed', at: run.endedAt, data }]
}
