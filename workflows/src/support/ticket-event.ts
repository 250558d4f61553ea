import type { NewEvent } from '@hub/prisma'
import type { EndedRun } from '../engine/ended-run.ts'

/** What the end of a run tells the dashboards; a trial, and a run that people ended, tell nothing. */
export function ticketProcessed(run: EndedRun): NewEvent[] {
  const { id, state, ticketId, category, clientName: client, autoResolved, createdAt, endedAt: at } = run
  if (run.isDryRun) return []
  if (state === 'failed')
    return [{ type: 'workflow:error', at, data: { runId: id, workflow: 'support', ticketId, client } }]
  if (state !== 'done') return []
  const durationMs = at.getTime() - createdAt.getTime()
  const data = { ticketId, category, client, durationMs, autoResolved: autoResolved ?? false }
  return [{ type: 'workflow:ticket_processed', at, data }]
}
