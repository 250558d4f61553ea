import { NotFoundError } from '@hub/contracts'
import { readShape } from '@hub/kernel'
import { missingTicket } from '../client/read-ticket.ts'
import { statusOf, typeOf } from '../client/ticket-enums.ts'
import type { TicketRecord } from '../domain/ticket.ts'
import { clientNameOf } from '../format/client-name.ts'
import { hasMarker, splitMarker } from '../format/marker.ts'
import { toPlainLine, toPlainText } from '../format/rich-text.ts'
import type { V2Parts } from './driver-parts.ts'
import { TicketItem } from './schemas.ts'

/** One ticket (protocol section 2.4). @throws NotFoundError `glpi.ticket_not_found`, also when it is in the bin */
export async function readTicketRecord(
  { transport, account, trees }: V2Parts,
  ticketId: number,
  signal?: AbortSignal,
): Promise<TicketRecord> {
  const missing = missingTicket(ticketId)
  const answer = await transport.call({ path: `/Assistance/Ticket/${ticketId}`, missing, signal })
  const item = readShape(TicketItem, answer.data, { system: 'GLPI', what: 'the ticket' })
  if (item.is_deleted) {
    const { message, ...options } = missing
    throw new NotFoundError(message, options)
  }
  const text = toPlainText(item.content)
  const isOwn = hasMarker(text) && item.user_recipient?.id === (await account.id())
  const { category } = item
  const { text: said, key } = splitMarker(text, isOwn)
  const names = category === null ? undefined : await trees.of('category', [category.id], signal)
  return {
    id: item.id,
    title: toPlainLine(item.name),
    text: said,
    status: statusOf(item.status.id),
    type: typeOf(item.type ?? 0),
    urgency: item.urgency,
    priority: item.priority,
    category: category && { id: category.id, name: toPlainLine(names?.get(category.id) ?? category.name) },
    client: {
      id: item.entity?.id ?? 0,
      name: clientNameOf(item.entity?.completename || (item.entity?.name ?? null)),
    },
    openedByHub: key !== null,
    openedAt: item.date,
    updatedAt: item.date_mod,
    // The High-Level API does not tell when a ticket was solved or closed.
    solvedAt: null,
    closedAt: null,
  }
}
