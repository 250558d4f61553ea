import { ValidationError } from '@hub/contracts'
import { statusOf } from '../client/ticket-enums.ts'
import type { TicketActor, TicketQuery, TicketSummary } from '../domain/ticket.ts'
import { clientNameOf } from '../format/client-name.ts'
import { toPlainLine } from '../format/rich-text.ts'
import { branchOf } from './category-branch.ts'
import type { V2Parts } from './driver-parts.ts'
import { readEntity } from './entities.ts'
import { type ListRequest, listAll, listItems } from './list-items.ts'
import { TicketItem } from './schemas.ts'
import { toActors } from './team.ts'
import { ticketFilters } from './ticket-filters.ts'

const sorts = {
  opened: 'date:desc',
  updated: 'date_mod:desc',
  priority: 'priority:desc',
  newest: 'id:desc',
  oldest: 'id:asc',
} as const

/** Most tickets that are read to look for people among them. */
const mostScanned = 1000

/** Tickets by what a person would ask for. */
export async function searchTickets(
  parts: V2Parts,
  query: TicketQuery,
  signal?: AbortSignal,
): Promise<{ tickets: TicketSummary[]; total: number }> {
  const { transport, timeZone } = parts
  const { clientId, categoryId, limit } = query
  // GLPI ignores in silence an entity that it may not open: one that is seen can be opened.
  if (clientId !== undefined) await readEntity(transport, clientId, signal)
  const categoryIds = categoryId === undefined ? undefined : await branchOf(parts, categoryId, signal)
  const request: ListRequest<TicketItem> = {
    path: '/Assistance/Ticket',
    item: TicketItem,
    what: 'the tickets',
    filters: ticketFilters({ ...query, categoryIds }, timeZone),
    sort: sorts[query.sort],
    limit,
    entityId: clientId,
    signal,
  }
  const isOfPeople = query.requesterIds ?? query.technicianIds ?? query.groupIds
  const found = isOfPeople ? await scan(parts, request, query) : await listItems(transport, request)
  return { tickets: await toSummaries(parts, found.items, signal), total: found.total }
}

/**
 * GLPI does not filter by the people of a ticket: every ticket that fits the rest is read and looked at.
 * @throws ValidationError `glpi.search_too_wide` when they are too many to be sure
 */
async function scan({ transport }: V2Parts, request: ListRequest<TicketItem>, query: TicketQuery) {
  const { items, total } = await listAll(transport, { ...request, limit: mostScanned })
  if (total > items.length) {
    throw new ValidationError(
      `The High-Level API of GLPI cannot search by people, and ${total} tickets fit the rest: name a client, a status or dates`,
      { reason: 'glpi.search_too_wide', params: { count: total, max: mostScanned } },
    )
  }
  const matching = items.filter(({ team }) => hasPeople(toActors(team), query))
  return { items: matching.slice(0, request.limit), total: matching.length }
}

function hasPeople(actors: TicketActor[], { requesterIds, technicianIds, groupIds }: TicketQuery): boolean {
  const has = (ids: number[] | undefined, { role, kind }: Pick<TicketActor, 'role' | 'kind'>) =>
    ids === undefined ||
    actors.some((actor) => actor.role === role && actor.kind === kind && ids.some((id) => id === actor.id))
  return (
    has(requesterIds, { role: 'requester', kind: 'user' }) &&
    has(technicianIds, { role: 'assigned', kind: 'user' }) &&
    has(groupIds, { role: 'assigned', kind: 'group' })
  )
}

async function toSummaries(
  { trees }: V2Parts,
  items: TicketItem[],
  signal?: AbortSignal,
): Promise<TicketSummary[]> {
  const categories = await trees.of(
    'category',
    items.flatMap(({ category }) => category?.id ?? []),
    signal,
  )
  return items.map(({ id, name, status, priority, category, entity, team, date, date_mod }) => ({
    id,
    title: toPlainLine(name),
    status: statusOf(status.id),
    priority,
    category: category && toPlainLine(categories.get(category.id) ?? category.name),
    clientName: clientNameOf(entity?.completename || (entity?.name ?? null)),
    actors: toActors(team).filter(
      ({ role, kind }) => role === 'assigned' || (role === 'requester' && kind === 'user'),
    ),
    openedAt: date,
    updatedAt: date_mod,
  }))
}
