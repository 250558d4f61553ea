import { NotFoundError } from '@hub/contracts'
import { readShape } from '@hub/kernel'
import { localToInstant } from '../../local-time.ts'
import type { TicketRecord } from '../domain/ticket.ts'
import { clientNameOf } from '../format/client-name.ts'
import { keyName } from '../format/key-name.ts'
import { hasMarker, splitMarker } from '../format/marker.ts'
import { toPlainLine, toPlainText } from '../format/rich-text.ts'
import { TicketRow } from '../schemas.ts'
import type { DriverParts } from './driver-parts.ts'
import { statusOf, typeOf } from './ticket-enums.ts'

/** Sentence of a ticket that is not there. */
export function missingTicket(ticketId: number) {
  const message = `GLPI has no ticket ${ticketId} that the Hub may see`
  return { reason: 'glpi.ticket_not_found', message, params: { ticketId } }
}

/** One ticket (protocol section 1.4). @throws NotFoundError `glpi.ticket_not_found`, also when it is in the bin */
export async function readTicketRecord(
  { transport, account, timeZone }: DriverParts,
  ticketId: number,
  signal?: AbortSignal,
): Promise<TicketRecord> {
  const names = { 'add_keys_names[0]': 'entities_id', 'add_keys_names[1]': 'itilcategories_id' }
  const answer = await transport.call({
    path: `/Ticket/${ticketId}`,
    query: { get_hateoas: false, ...names },
    missing: missingTicket(ticketId),
    ...(signal && { signal }),
  })
  const row = readShape(TicketRow, answer.data, { system: 'GLPI', what: 'the ticket' })
  if (row.is_deleted) {
    const { message, ...options } = missingTicket(ticketId)
    throw new NotFoundError(message, options)
  }
  const text = toPlainText(row.content)
  const isOwn = hasMarker(text) && row.users_id_recipient === (await account.id())
  return toTicketRecord(row, { ...splitMarker(text, isOwn), timeZone })
}

function toTicketRecord(
  row: TicketRow,
  { text, key, timeZone }: { text: string; key: string | null; timeZone: string },
): TicketRecord {
  const instant = (time: string | null) => localToInstant(time, timeZone)
  const categoryId = row.itilcategories_id
  return {
    id: row.id,
    title: toPlainLine(row.name),
    text,
    status: statusOf(row.status),
    type: typeOf(row.type),
    urgency: row.urgency,
    priority: row.priority,
    category:
      categoryId === 0 ? null : { id: categoryId, name: keyName(row._keys_names, 'itilcategories_id') ?? '' },
    client: { id: row.entities_id, name: clientNameOf(keyName(row._keys_names, 'entities_id')) },
    openedByHub: key !== null,
    openedAt: instant(row.date),
    updatedAt: instant(row.date_mod),
    solvedAt: instant(row.solvedate),
    closedAt: instant(row.closedate),
  }
}
