import type { GlpiTickets, NewTicket, TicketChanges } from '../domain/ticket.ts'
import { addItem } from './add-item.ts'
import type { DriverParts } from './driver-parts.ts'
import { missingTicket, readTicketRecord } from './read-ticket.ts'
import { search } from './search.ts'
import { searchTickets, ticketCriteria } from './search-tickets.ts'
import { addAssignee, readActors, removeAssignee } from './ticket-actors.ts'
import { statusNumber } from './ticket-enums.ts'
import { toMarkedText } from './timeline-entry.ts'
import { writtenTickets } from './written-tickets.ts'

/** Tickets of the legacy API (protocol sections 1.4 to 1.7). */
export function createTickets(parts: DriverParts): GlpiTickets {
  const { transport } = parts
  return {
    get: (ticketId, signal) => readTicketRecord(parts, ticketId, signal),
    actors: (ticketId, signal) => readActors(transport, ticketId, signal),
    search: (query, signal) => searchTickets(parts, query, signal),
    written: writtenTickets(parts),
    async countOpen(clientId, signal) {
      const criteria = ticketCriteria({ clientId, status: 'open', sort: 'opened', limit: 1 }, parts.timeZone)
      const request = { itemtype: 'Ticket', criteria, columns: [], limit: 1, signal }
      return (await search(transport, request)).total
    },
    create: (ticket, signal) =>
      addItem(
        transport,
        { itemtype: 'Ticket', input: newTicketInput(ticket), what: 'the new ticket' },
        signal,
      ),
    async update(ticketId, changes, signal) {
      await transport.call({
        method: 'PUT',
        path: `/Ticket/${ticketId}`,
        body: { input: { id: ticketId, ...changesInput(changes) } },
        missing: missingTicket(ticketId),
        ...(signal && { signal }),
      })
    },
    assign: (ticketId, assignee, signal) => addAssignee(transport, { ticketId, assignee }, signal),
    unassign: (ticketId, assignee, signal) => removeAssignee(transport, { ticketId, assignee }, signal),
  }
}

/** People are always named: GLPI would take the account of the Hub for the requester. */
function newTicketInput(ticket: NewTicket) {
  return {
    entities_id: ticket.clientId,
    name: ticket.title,
    content: toMarkedText(ticket.text, ticket.key),
    type: ticket.type === 'incident' ? 1 : 2,
    urgency: ticket.urgency,
    itilcategories_id: ticket.categoryId ?? 0,
    _users_id_requester: ticket.requesterId ?? 0,
  }
}

function changesInput({ title, urgency, priority, categoryId, status }: TicketChanges) {
  return {
    ...(title !== undefined && { name: title }),
    ...(urgency !== undefined && { urgency }),
    ...(priority !== undefined && { priority }),
    ...(categoryId !== undefined && { itilcategories_id: categoryId }),
    ...(status !== undefined && { status: statusNumber(status) }),
  }
}
