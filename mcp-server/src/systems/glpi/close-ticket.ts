import type { GlpiClient } from './client/create-client.ts'
import { ticketStatus } from './client/tickets.ts'
import type { TicketRow } from './schemas.ts'

/**
 * Closes a ticket, after recording a solution when one is given and the ticket is not solved yet.
 * A ticket that is closed already is left alone.
 */
export async function closeTicket(
  glpi: GlpiClient,
  { ticketId, solution }: { ticketId: number; solution?: string | undefined },
  signal?: AbortSignal,
): Promise<{ row: TicketRow; solutionAdded: boolean }> {
  const row = await glpi.tickets.get(ticketId, signal)
  if (row.status === ticketStatus.closed) return { row, solutionAdded: false }
  const solutionAdded = solution !== undefined && row.status !== ticketStatus.solved
  if (solutionAdded) await glpi.solutions.add({ ticketId, content: solution, ...(signal && { signal }) })
  // GLPI may have closed the ticket by itself, when its delay of automatic closing is zero.
  return { row: await glpi.tickets.setStatus(ticketId, ticketStatus.closed, signal), solutionAdded }
}
