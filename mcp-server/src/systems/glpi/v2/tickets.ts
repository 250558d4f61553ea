import { readShape } from '@hub/kernel'
import { missingTicket } from '../client/read-ticket.ts'
import { statusNumber } from '../client/ticket-enums.ts'
import type { GlpiTickets, TicketChanges } from '../domain/ticket.ts'
import { createTicket } from './create-ticket.ts'
import type { V2Parts } from './driver-parts.ts'
import { readEntity } from './entities.ts'
import { listItems } from './list-items.ts'
import { readTicketRecord } from './read-ticket.ts'
import { TicketItem } from './schemas.ts'
import { searchTickets } from './search-tickets.ts'
import { addMember, readTeam, removeMember } from './team.ts'
import { ticketFilters } from './ticket-filters.ts'
import { writtenTickets } from './written-tickets.ts'

/** Tickets of the High-Level API (protocol section 2.4). */
export function createTickets(parts: V2Parts): GlpiTickets {
  const { transport } = parts
  return {
    get: (ticketId, signal) => readTicketRecord(parts, ticketId, signal),
    actors: (ticketId, signal) => readTeam(transport, ticketId, signal),
    search: (query, signal) => searchTickets(parts, query, signal),
    written: writtenTickets(parts),
    async countOpen(entityId, signal) {
      await readEntity(transport, entityId, signal)
      const filters = ticketFilters({ status: 'open' }, parts.timeZone)
      const request = { path: '/Assistance/Ticket', item: TicketItem, what: 'the tickets', filters, limit: 1 }
      return (await listItems(transport, { ...request, entityId, signal })).total
    },
    create: (ticket, signal) => createTicket(parts, ticket, signal),
    async update(ticketId, changes, signal) {
      const answer = await transport.call({
        method: 'PATCH',
        path: `/Assistance/Ticket/${ticketId}`,
        body: changesBody(changes),
        missing: missingTicket(ticketId),
        signal,
      })
      readShape(TicketItem, answer.data, { system: 'GLPI', what: 'the changed ticket' })
    },
    assign: (ticketId, member, signal) =>
      addMember(transport, { ticketId, member, role: 'assigned' }, signal),
    unassign: (ticketId, member, signal) =>
      removeMember(transport, { ticketId, member, role: 'assigned' }, signal),
  }
}

function changesBody({ title, urgency, priority, categoryId, status }: TicketChanges) {
  return {
    ...(title !== undefined && { name: title }),
    ...(urgency !== undefined && { urgency }),
    ...(priority !== undefined && { priority }),
    ...(categoryId !== undefined && { category: categoryId }),
    ...(status !== undefined && { status: { id: statusNumber(status) } }),
  }
}
