import type { ActionTarget } from '@hub/contracts'
import type { Entity } from './domain/organisation.ts'
import type { TicketRecord } from './domain/ticket.ts'

/** The ticket that an action changes. Its number is its identity; the rest is for policy rules and for the screen. */
export function ticketTarget({ id, title, status, client }: TicketRecord): ActionTarget {
  return {
    system: 'glpi',
    kind: 'glpi_ticket',
    id: String(id),
    name: title,
    attributes: { status, clientId: client.id, clientName: client.name },
  }
}

/** The client for whom something is created. */
export function clientTarget({ id, name }: Entity): ActionTarget {
  return {
    system: 'glpi',
    kind: 'glpi_client',
    id: String(id),
    name,
    attributes: { clientId: id, clientName: name },
  }
}
