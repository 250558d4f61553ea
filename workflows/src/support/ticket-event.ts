import type { NewEvent } from '@hub/prisma'
import type { EndedRun } from '../engine/ended-run.ts'

/** What the end of a run tells the dashboards; a trial and a run that people ended process no ticket. */
export function ticketProcessed(run: EndedRun): NewEvent[] {
  const { ticketId, category, clientName, autoResolved, createdAt, endedAt, isDryRun } = run
  if (run.state !== 'done' || isDryRun) return []
  const durationMs = endedAt.getTime() - createdAt.getTime()
  const data = { ticketId, category, client: clientName, durationMs, autoResolved: autoResolved ?? false }
  return [{ type: 'workflow:ticket_processed', at: endedAt, data }]
}
