import { type Ticket, type TicketEntry, ticketStatuses } from '@hub/contracts'
import type { z } from 'zod'
import { localToInstant } from '../../local-time.ts'
import type { FollowupRow, SolutionRow, TaskRow, TicketRow, TicketUserRow } from '../schemas.ts'
import { withoutMarker } from './marker.ts'
import { toPlainLine, toPlainText } from './rich-text.ts'

type Entry = z.infer<typeof TicketEntry>

/** Everything that was read of a ticket; `missing` names the parts that were not. */
export interface TicketParts {
  row: TicketRow
  actors: TicketUserRow[]
  followups: FollowupRow[]
  tasks: TaskRow[]
  solutions: SolutionRow[]
  names: Map<number, string>
  missing: string[]
  timeZone: string
}

/** Status by its number; numbers of other items (changes, problems) are `other`. */
export function statusName(status: number): z.infer<typeof Ticket>['status'] {
  return ticketStatuses[status - 1] ?? 'other'
}

/** The ticket as the contract has it; pure. */
export function formatTicket(parts: TicketParts): z.infer<typeof Ticket> {
  const { row, missing, timeZone } = parts
  return {
    id: row.id,
    title: toPlainLine(row.name),
    text: toPlainText(row.content),
    status: statusName(row.status),
    type: row.type === 1 ? 'incident' : row.type === 2 ? 'request' : 'other',
    urgency: row.urgency,
    priority: row.priority,
    category: keyName(row, 'itilcategories_id'),
    clientId: row.entities_id,
    clientName: clientName(row),
    requesters: peopleOf(parts, 1),
    technicians: peopleOf(parts, 2),
    openedAt: localToInstant(row.date, timeZone),
    updatedAt: localToInstant(row.date_mod, timeZone),
    solvedAt: localToInstant(row.solvedate, timeZone),
    closedAt: localToInstant(row.closedate, timeZone),
    entries: formatEntries(parts),
    missing,
  }
}

function keyName(row: TicketRow, column: string): string | null {
  const name = row._keys_names[column]
  return typeof name === 'string' && name !== '' ? toPlainLine(name) : null
}

/** Name of the entity without the root of the tree, which is the same for everybody. */
export function clientName(row: TicketRow): string | null {
  const name = keyName(row, 'entities_id')
  return name === null ? null : name.replace(/^[^>]+ > /, '')
}

/** A requester without an account is an e-mail address. */
function peopleOf({ actors, names }: TicketParts, type: number): string[] {
  return actors
    .filter((actor) => actor.type === type)
    .map((actor) => names.get(actor.users_id) ?? actor.alternative_email)
    .filter((name) => name !== '')
}

function formatEntries(parts: TicketParts): Entry[] {
  const entry = (kind: Entry['kind'], row: FollowupRow, isPrivate: boolean): Entry => ({
    kind,
    id: row.id,
    at: localToInstant(row.date ?? row.date_creation, parts.timeZone),
    author: parts.names.get(row.users_id) ?? null,
    isPrivate,
    text: withoutMarker(toPlainText(row.content)),
  })
  const entries = [
    ...parts.followups.map((row) => entry('followup', row, row.is_private)),
    ...parts.tasks.map((row) => entry('task', row, row.is_private)),
    ...parts.solutions.map((row) => entry('solution', { ...row, date: null, is_private: false }, false)),
  ]
  return entries.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '') || a.id - b.id)
}
