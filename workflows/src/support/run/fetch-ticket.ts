import { glpiGetTicketDetails, UpstreamError } from '@hub/contracts'
import { type Desk, read, type TicketFacts } from './desk.ts'

/**
 * The ticket as it is now, whole: whoever decides on a part would take what is missing for absent.
 * @throws UpstreamError when GLPI told only a part
 */
export async function fetchTicket(desk: Desk): Promise<TicketFacts> {
  const { ticketId } = desk
  const { ticket } = await read(desk, { tool: glpiGetTicketDetails, arguments: { ticketId } })
  // Entries too old to be listed are those of a ticket that people work on: the listed ones tell so.
  const missing = ticket.missing.filter((part) => !part.startsWith('older '))
  if (missing.length === 0) return ticket
  throw new UpstreamError(`GLPI did not tell all of ticket ${ticketId}: ${missing.join(', ')}`, {
    reason: 'upstream.unreachable',
    params: { system: 'GLPI' },
  })
}
