import { type ActionTarget, ConflictError } from '@hub/contracts'
import type { ToolContext } from '../../tools/define-tool.ts'
import type { GlpiClient } from './domain/client.ts'
import type { Entity } from './domain/organisation.ts'
import type { TicketRecord } from './domain/ticket.ts'

/** What a name in the arguments stands for. */
export interface NamedThing {
  kind: 'user' | 'group' | 'category'
  id: number
}

/**
 * The ticket that an action changes, at the client whose people read it, and `named`: what the names in the arguments
 * stand for. An approval is for these; the attributes are for policy rules and for the screen.
 */
export function ticketTarget(
  { id, title, status, client }: TicketRecord,
  named: NamedThing[] = [],
): ActionTarget {
  return {
    system: 'glpi',
    kind: 'glpi_ticket',
    id: withNamed(`${id}@${client.id}`, named),
    name: title,
    attributes: { status, clientId: client.id, clientName: client.name },
  }
}

/** The client for whom something is created, and what the names in the arguments stand for. */
export function clientTarget({ id, name }: Entity, named: NamedThing[] = []): ActionTarget {
  const hasRequester = named.some(({ kind }) => kind === 'user')
  return {
    system: 'glpi',
    kind: 'glpi_client',
    id: withNamed(String(id), named),
    name,
    attributes: { clientId: id, clientName: name, hasRequester },
  }
}

function withNamed(id: string, named: NamedThing[]): string {
  const things = named.map((thing) => `${thing.kind}:${thing.id}`).sort()
  return [id, ...(things.length > 0 ? [things.join(',')] : [])].join('/')
}

/**
 * The ticket of a call as it is now; once the call has a target, only that very one will do.
 * @throws ConflictError `glpi.ticket_changed`; NotFoundError `glpi.ticket_not_found`
 */
export async function ticketToChange(
  glpi: GlpiClient,
  ticketId: number,
  ctx: Pick<ToolContext, 'signal' | 'target'>,
): Promise<TicketRecord> {
  const ticket = await glpi.tickets.get(ticketId, ctx.signal)
  assertSameTicket(ticketTarget(ticket), ctx)
  return ticket
}

/** @throws ConflictError `glpi.ticket_changed` when the call is bound to another client, person or category */
export function assertSameTicket(now: ActionTarget, { target }: Pick<ToolContext, 'target'>): void {
  if (target === undefined || target.id === now.id) return
  const [ticketId = ''] = now.id.split('@')
  throw new ConflictError(
    `Ticket ${ticketId} is at another client by now, or a name means somebody else; nothing was changed`,
    { reason: 'glpi.ticket_changed', params: { ticketId } },
  )
}
