import { localToInstant } from '../../local-time.ts'
import type { TicketActor, TicketQuery, TicketSummary } from '../domain/ticket.ts'
import { clientNameOf } from '../format/client-name.ts'
import { instantToLocal } from '../format/local-text.ts'
import { searchWords } from '../format/search-words.ts'
import type { SearchRow } from '../schemas.ts'
import { cellNumber, cellText, cellTexts, lineOf } from './cells.ts'
import { anyOf, wordIn } from './criteria.ts'
import type { DriverParts } from './driver-parts.ts'
import { type Criterion, search } from './search.ts'
import { statusNumber, statusOf } from './ticket-enums.ts'

/** Search options of Ticket (protocol section 1.6). */
export const ticketOption = {
  title: 1,
  id: 2,
  priority: 3,
  requester: 4,
  technician: 5,
  category: 7,
  group: 8,
  status: 12,
  opened: 15,
  updated: 19,
  text: 21,
  writer: 22,
  entity: 80,
} as const
const option = ticketOption

const statusFilters: Record<string, string> = { open: 'notold', done: 'old' }

/** Tickets by what a person would ask for. */
export async function searchTickets(
  { transport, timeZone }: DriverParts,
  query: TicketQuery,
  signal?: AbortSignal,
): Promise<{ tickets: TicketSummary[]; total: number }> {
  const { title, id, priority, requester, technician, category, group, status, opened, updated, entity } =
    option
  const { rows, total } = await search(transport, {
    itemtype: 'Ticket',
    criteria: ticketCriteria(query, timeZone),
    columns: [title, id, priority, requester, technician, category, group, status, opened, updated, entity],
    sort: sortOf(query.sort),
    limit: query.limit,
    signal,
  })
  return { tickets: rows.flatMap((row) => toSummary(row, timeZone)), total }
}

function sortOf(sort: TicketQuery['sort']): { option: number; order: 'ASC' | 'DESC' } {
  if (sort === 'newest' || sort === 'oldest')
    return { option: option.id, order: sort === 'oldest' ? 'ASC' : 'DESC' }
  return { option: option[sort], order: 'DESC' }
}

/** The conditions of a query; pure. */
export function ticketCriteria(query: TicketQuery, timeZone: string): Criterion[] {
  const { clientId, categoryId, status, afterId, requesterIds, technicianIds, groupIds } = query
  const criteria = searchWords(query.text ?? '').map((word) => wordIn([option.title, option.text], word))
  if (clientId !== undefined) criteria.push({ field: option.entity, type: 'under', value: clientId })
  if (status !== undefined) {
    const value = status === 'open' || status === 'done' ? statusFilters[status] : statusNumber(status)
    criteria.push({ field: option.status, type: 'equals', value: value ?? 'all' })
  }
  if (categoryId !== undefined) criteria.push({ field: option.category, type: 'under', value: categoryId })
  if (requesterIds !== undefined) criteria.push(anyOf(option.requester, requesterIds))
  if (technicianIds !== undefined) criteria.push(anyOf(option.technician, technicianIds))
  if (groupIds !== undefined) criteria.push(anyOf(option.group, groupIds))
  if (afterId !== undefined) criteria.push({ field: option.id, type: 'morethan', value: afterId })
  return [...criteria, ...openedBetween(query, timeZone)]
}

/** GLPI compares strictly and knows whole seconds: one second more on either side takes the ends in. */
function openedBetween({ openedSince, openedUntil }: TicketQuery, timeZone: string): Criterion[] {
  const bound = (type: 'morethan' | 'lessthan', at: Date | undefined): Criterion[] => {
    if (at === undefined) return []
    const moved = new Date(at.getTime() + (type === 'morethan' ? -1000 : 1000))
    return [{ field: option.opened, type, value: instantToLocal(moved, timeZone) }]
  }
  return [...bound('morethan', openedSince), ...bound('lessthan', openedUntil)]
}

function toSummary(row: SearchRow, timeZone: string): TicketSummary[] {
  const id = cellNumber(row[option.id])
  if (id === null) return []
  return [
    {
      id,
      title: lineOf(row, option.title) ?? '',
      status: statusOf(cellNumber(row[option.status])),
      priority: cellNumber(row[option.priority]) ?? 0,
      category: lineOf(row, option.category),
      clientName: clientNameOf(cellText(row[option.entity])),
      actors: [
        ...cellTexts(row[option.requester]).map((text) => personOf('requester', text)),
        ...cellTexts(row[option.technician]).map((text) => personOf('assigned', text)),
        ...cellTexts(row[option.group]).map(groupOf),
      ],
      openedAt: localToInstant(cellText(row[option.opened]), timeZone),
      updatedAt: localToInstant(cellText(row[option.updated]), timeZone),
    },
  ]
}

/** A person is an id, or the e-mail address of one without account. */
function personOf(role: TicketActor['role'], text: string): TicketActor {
  const isId = /^\d+$/.test(text)
  return { role, kind: 'user', id: isId ? Number(text) : null, name: null, email: isId ? null : text }
}

function groupOf(name: string): TicketActor {
  return { role: 'assigned', kind: 'group', id: null, name, email: null }
}
