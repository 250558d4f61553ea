import { glpiGetTicketDetails } from '@hub/contracts'
import { assertWhole } from '../../assert-whole.ts'
import { type Desk, read, type TicketFacts } from './desk.ts'

/** The ticket as it is now, whole. @throws UpstreamError when GLPI told only a part */
export async function fetchTicket(desk: Desk): Promise<TicketFacts> {
  const { ticketId } = desk
  const { ticket } = await read(desk, { tool: glpiGetTicketDetails, arguments: { ticketId } })
  assertWhole(ticket)
  return ticket
}
