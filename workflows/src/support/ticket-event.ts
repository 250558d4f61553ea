import { TicketProcessed } from '@hub/contracts'
import type { NewEvent } from '@hub/prisma'
import type { EndedRun } from '../engine/ended-run.ts'

/** What the end of a run tells the dashboards; a trial, and a run that failed or that people ended, tell nothing. */
export function ticketProcessed(run: EndedRun): NewEvent[] {
  if (run.isDryRun || run.state !== 'done') return []
  const { id: runId, ticketId, clientName: client, phase, category, confidence, autoResolved } = run
  const data = TicketProcessed.parse({
    ...{ runId, ticketId, client, phase, category, confidence },
    durationMs: run.endedAt.getTime() - run.createdAt.getTime(),
    autoResolved: autoResolved ?? false,
  })
  return [{ type: 'workflow:ticket_processed', at: run.endedAt, data }]
}
