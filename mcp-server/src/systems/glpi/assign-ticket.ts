import { afterWrite } from './after-write.ts'
import type { GlpiClient } from './domain/client.ts'
import type { Assignee } from './domain/ticket.ts'

/**
 * Adds first and takes away last, so that the ticket is never with nobody in between. Each change is sent once.
 * @throws the failure of the first change as it is; UpstreamError `glpi.done_partly` for a later one
 */
export async function assignTicket(
  glpi: GlpiClient,
  { ticketId, add, remove }: { ticketId: number; add: Assignee[]; remove: Assignee[] },
  signal: AbortSignal,
): Promise<void> {
  const steps = [
    ...add.map((one) => () => glpi.tickets.assign(ticketId, one, signal)),
    ...remove.map((one) => () => glpi.tickets.unassign(ticketId, one, signal)),
  ]
  for (const [index, step] of steps.entries()) await (index === 0 ? step() : afterWrite(step))
}
