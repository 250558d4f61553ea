import type { glpiSearchTickets } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { GlpiClient } from './domain/client.ts'
import type { TicketActor, TicketQuery, TicketSummary } from './domain/ticket.ts'
import { namelessIds, namesOf } from './format/ticket.ts'

type Found = z.infer<typeof glpiSearchTickets.output>

/** The first tickets of a query with the names of their people; names that cannot be read are left out and said. */
export async function listTickets(
  glpi: GlpiClient,
  query: TicketQuery,
  signal?: AbortSignal,
): Promise<Found> {
  const { tickets, total } = await glpi.tickets.search(query, signal)
  const ids = tickets.flatMap(({ actors }) => namelessIds(actors))
  const missing: string[] = []
  const names = await readPart(missing, { name: 'names', none: new Map<number, string>() }, () =>
    glpi.users.names(ids, signal),
  )
  return { tickets: tickets.map((ticket) => toLine(ticket, names)), total, missing }
}

function toLine(
  { id, actors, ...ticket }: TicketSummary,
  names: Map<number, string>,
): Found['tickets'][number] {
  const { title, status, clientName, openedAt, ...rest } = ticket
  return {
    ticketId: id,
    title,
    status,
    clientName,
    openedAt,
    technicians: namesOf(actors, 'assigned', names),
    groups: groupNames(actors),
    requesters: namesOf(actors, 'requester', names),
    ...rest,
  }
}

/** Names of the assigned groups. */
function groupNames(actors: TicketActor[]): string[] {
  return actors.flatMap(({ role, kind, name }) =>
    role === 'assigned' && kind === 'group' && name ? name : [],
  )
}
