import type { GlpiTickets, WrittenTicket } from '../domain/ticket.ts'
import { instantToLocal } from '../format/local-text.ts'
import { splitMarker } from '../format/marker.ts'
import { toPlainText } from '../format/rich-text.ts'
import type { SearchRow } from '../schemas.ts'
import { cellNumber, cellText, lineOf } from './cells.ts'
import type { DriverParts } from './driver-parts.ts'
import { type Criterion, searchAll } from './search.ts'
import { ticketOption } from './search-tickets.ts'

const dayMs = 86_400_000

/** Tickets that the account of the Hub opened and marked: the marker is looked for in what it wrote only. */
export function writtenTickets({ transport, account, timeZone }: DriverParts): GlpiTickets['written'] {
  return async ({ clientId, key, since }, signal) => {
    const { entity, writer, text, opened, title, id } = ticketOption
    const criteria: Criterion[] = [
      { field: entity, type: 'equals', value: clientId },
      { field: writer, type: 'equals', value: await account.id() },
      { field: text, type: 'contains', value: key === undefined ? '[hub:' : `[hub:${key}]` },
    ]
    if (since !== undefined) {
      const from = new Date(since.getTime() - dayMs)
      criteria.push({ field: opened, type: 'morethan', value: instantToLocal(from, timeZone) })
    }
    const rows = await searchAll(transport, {
      itemtype: 'Ticket',
      criteria,
      columns: [title, id, text],
      sort: { option: id, order: 'DESC' },
      limit: 100,
      signal,
    })
    return rows.flatMap(toWritten).filter((ticket) => key === undefined || ticket.key === key)
  }
}

function toWritten(row: SearchRow): WrittenTicket[] {
  const id = cellNumber(row[ticketOption.id])
  const { text, key } = splitMarker(toPlainText(cellText(row[ticketOption.text]) ?? ''), true)
  return id === null || key === null ? [] : [{ id, title: lineOf(row, ticketOption.title) ?? '', text, key }]
}
