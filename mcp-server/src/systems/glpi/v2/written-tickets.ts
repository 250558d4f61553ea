import { UpstreamError } from '@hub/contracts'
import type { GlpiTickets, WrittenTicket } from '../domain/ticket.ts'
import { instantToLocal } from '../format/local-text.ts'
import { splitMarker } from '../format/marker.ts'
import { toPlainLine, toPlainText } from '../format/rich-text.ts'
import type { V2Parts } from './driver-parts.ts'
import { listAll } from './list-items.ts'
import { contains, equalToNumber, isFalse, sinceTime } from './rsql.ts'
import { TicketItem } from './schemas.ts'

const dayMs = 86_400_000
const most = 1000

/** Tickets that the account of the Hub opened and marked: the marker is believed in what it wrote only. */
export function writtenTickets({ transport, account, timeZone }: V2Parts): GlpiTickets['written'] {
  return async ({ clientId, key, since }, signal) => {
    const from = since && instantToLocal(new Date(since.getTime() - dayMs), timeZone)
    const { items, total } = await listAll(transport, {
      path: '/Assistance/Ticket',
      item: TicketItem,
      what: 'the tickets',
      filters: [
        equalToNumber('entity.id', clientId),
        isFalse('is_deleted'),
        contains('content', key === undefined ? '[hub:' : `[hub:${key}]`),
        ...(from === undefined ? [] : [sinceTime('date', from)]),
      ],
      sort: 'id:desc',
      limit: most,
      signal,
    })
    if (total > items.length) throw unsure('GLPI has more marked tickets of this client than the Hub reads')
    const ownId = await account.id()
    return items
      .flatMap((item) => toWritten(item, ownId))
      .filter((ticket) => key === undefined || ticket.key === key)
  }
}

function toWritten(
  { id, name, content, user_recipient: author }: TicketItem,
  ownId: number,
): WrittenTicket[] {
  if (author === undefined) throw unsure('This version of GLPI does not tell who opened a ticket')
  const { text, key } = splitMarker(toPlainText(content), author?.id === ownId)
  return key === null ? [] : [{ id, title: toPlainLine(name), text, key }]
}

/** Without an answer nobody may say that a ticket was not opened. */
function unsure(message: string): UpstreamError {
  return new UpstreamError(message, { reason: 'glpi.unsupported', params: { system: 'GLPI' } })
}
