import { AppError, ForbiddenError } from '@hub/contracts'
import { addSolution } from './add-solution.ts'
import { afterWrite } from './after-write.ts'
import type { GlpiClient } from './domain/client.ts'
import type { TicketStatus } from './domain/ticket.ts'

export interface ClosedTicket {
  after: TicketStatus
  solutionAdded: boolean
}

/**
 * Closes a ticket, after recording a solution when one is given and the ticket is not solved yet.
 * A ticket that is closed already is left alone.
 * @throws ForbiddenError `glpi.change_ignored`; AppError `glpi.closed_partly` when the solution stands but the
 * close failed; UpstreamError `glpi.done_partly` when the outcome could not be read
 */
export async function closeTicket(
  glpi: GlpiClient,
  { ticketId, before, solution }: { ticketId: number; before: TicketStatus; solution?: string | undefined },
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<ClosedTicket> {
  if (before === 'closed') return { after: before, solutionAdded: false }
  const solutionAdded = solution !== undefined && before !== 'solved'
  if (!solutionAdded) return { after: await close(glpi, ticketId, signal), solutionAdded }
  await addSolution(glpi, { ticketId, text: solution }, { now, signal })
  // GLPI may have closed the ticket by itself, when its delay of automatic closing is zero.
  try {
    return { after: await close(glpi, ticketId, signal), solutionAdded }
  } catch (error) {
    throw error instanceof AppError ? closedPartly(error) : error
  }
}

async function close(glpi: GlpiClient, ticketId: number, signal: AbortSignal): Promise<TicketStatus> {
  await glpi.tickets.update(ticketId, { status: 'closed' }, signal)
  const { status } = await afterWrite(() => glpi.tickets.get(ticketId, signal))
  if (status === 'closed') return status
  throw new ForbiddenError(
    `GLPI kept the status of ticket ${ticketId}: the account of the Hub may not change it`,
    { reason: 'glpi.change_ignored', params: { ticketId } },
  )
}

/** The solution stands although the close failed: whoever reads the outcome must know. */
function closedPartly(cause: AppError): AppError {
  const message = `The solution was recorded, but the ticket was not closed: ${cause.message}`
  return new AppError(cause.code, message, { reason: 'glpi.closed_partly', params: cause.params, cause })
}
