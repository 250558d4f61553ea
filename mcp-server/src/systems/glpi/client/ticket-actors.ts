import { NotFoundError } from '@hub/contracts'
import type { z } from 'zod'
import type { Assignee, TicketActor } from '../domain/ticket.ts'
import { keyName } from '../format/key-name.ts'
import { GroupTicketRow, TicketUserRow } from '../schemas.ts'
import { addItem } from './add-item.ts'
import { listRows } from './list-rows.ts'
import { roleNumbers, roleOf } from './ticket-enums.ts'
import type { GlpiTransport } from './transport.ts'

interface LinkKind<Row> {
  itemtype: string
  row: z.ZodType<Row>
  what: string
  query?: Record<string, string>
}
const userLinks: LinkKind<TicketUserRow> = {
  itemtype: 'Ticket_User',
  row: TicketUserRow,
  what: 'the people of the ticket',
}
const groupLinks: LinkKind<GroupTicketRow> = {
  itemtype: 'Group_Ticket',
  row: GroupTicketRow,
  what: 'the groups of the ticket',
  query: { 'add_keys_names[0]': 'groups_id' },
}

/** People and groups of a ticket, in the order in which they came (protocol section 1.4). */
export async function readActors(
  transport: GlpiTransport,
  ticketId: number,
  signal?: AbortSignal,
): Promise<TicketActor[]> {
  const [users, groups] = await Promise.all([
    readLinks(transport, { ticketId, kind: userLinks, signal }),
    readLinks(transport, { ticketId, kind: groupLinks, signal }),
  ])
  return [...users.map(personOf), ...groups.map(groupOf)].flatMap((actor) => actor ?? [])
}

/** One more assigned (protocol section 1.7). */
export async function addAssignee(
  transport: GlpiTransport,
  { ticketId, assignee }: { ticketId: number; assignee: Assignee },
  signal?: AbortSignal,
): Promise<void> {
  const { itemtype, what } = assignee.kind === 'user' ? userLinks : groupLinks
  const who =
    assignee.kind === 'user' ? { users_id: assignee.id, use_notification: 1 } : { groups_id: assignee.id }
  const input = { tickets_id: ticketId, type: roleNumbers.assigned, ...who }
  await addItem(transport, { itemtype, input, what }, signal)
}

/** One less assigned; a link that is gone already is what was wanted. */
export async function removeAssignee(
  transport: GlpiTransport,
  { ticketId, assignee }: { ticketId: number; assignee: Assignee },
  signal?: AbortSignal,
): Promise<void> {
  const links = await assignedLinks(transport, { ticketId, assignee, signal })
  const { itemtype } = assignee.kind === 'user' ? userLinks : groupLinks
  for (const { id } of links) {
    try {
      await transport.call({ method: 'DELETE', path: `/${itemtype}/${id}`, ...(signal && { signal }) })
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error
    }
  }
}

async function assignedLinks(
  transport: GlpiTransport,
  { ticketId, assignee, signal }: { ticketId: number; assignee: Assignee; signal: AbortSignal | undefined },
): Promise<{ id: number }[]> {
  const isAssigned = ({ type }: { type: number }) => type === roleNumbers.assigned
  if (assignee.kind === 'user') {
    const links = await readLinks(transport, { ticketId, kind: userLinks, signal })
    return links.filter((link) => isAssigned(link) && link.users_id === assignee.id)
  }
  const links = await readLinks(transport, { ticketId, kind: groupLinks, signal })
  return links.filter((link) => isAssigned(link) && link.groups_id === assignee.id)
}

async function readLinks<Row extends { id: number }>(
  transport: GlpiTransport,
  { ticketId, kind, signal }: { ticketId: number; kind: LinkKind<Row>; signal: AbortSignal | undefined },
): Promise<Row[]> {
  const path = `/Ticket/${ticketId}/${kind.itemtype}`
  const { rows } = await listRows(transport, {
    path,
    row: kind.row,
    what: kind.what,
    query: kind.query ?? {},
    depth: 'all',
    signal,
  })
  return rows.reverse()
}

function personOf({ users_id: id, type, alternative_email: email }: TicketUserRow): TicketActor | undefined {
  const role = roleOf(type)
  if (role === undefined || (id === 0 && email === '')) return undefined
  return { role, kind: 'user', id: id === 0 ? null : id, name: null, email: email || null }
}

function groupOf({ groups_id: id, type, _keys_names }: GroupTicketRow): TicketActor | undefined {
  const role = roleOf(type)
  return role && { role, kind: 'group', id, name: keyName(_keys_names, 'groups_id') ?? `#${id}`, email: null }
}
