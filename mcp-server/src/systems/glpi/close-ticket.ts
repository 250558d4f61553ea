import { AppError } from '@hub/contracts'
import type { GlpiClient } from './client/create-client.ts'
import { ticketStatus } from './client/tickets.ts'
import type { TicketRow } from './schemas.ts'

/**
 * Closes a ticket, after recording a solution when one is given and the ticket is not solved yet.
 * A ticket that is closed already is left alone.
 * @throws AppError; reason `glpi.closed_partly` when the solution stands but the close failed
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
  if (!solutionAdded) return { row: await close(glpi, ticketId, signal), solutionAdded }
  // GLPI may have closed the ticket by itself, when its delay of automatic closing is zero.
  try {
    return { row: await close(glpi, ticketId, signal), solutionAdded }
  } catch (error) {
    throw error instanceof AppError ? closedPartly(error) : error
  }
}

function close(glpi: GlpiClient, ticketId: number, signal?: AbortSignal): Promise<TicketRow> {
  return glpi.tickets.setStatus(ticketId, ticketStatus.closed, signal)
}

/** The solution stands although the close failed: whoever reads the outcome must know. */
function closedPartly(cause: AppError): AppError {
  const message = `The solution was recorded, but the ticket was not closed: ${cause.message}`
  return new AppError(cause.code, message, { reason: 'glpi.closed_partly', params: cause.params, cause })
}
