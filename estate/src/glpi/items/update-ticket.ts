import type { GlpiCall } from '../call.ts'
import type { NewRow, Row } from '../database.ts'
import { priorityOf } from '../priority.ts'
import { ticketDefaults } from '../rows.ts'
import { linkActor, replaceActors } from './actors.ts'
import { columnsIn, type Input, nowText, numberIn, touchTicket, WriteRefused } from './write-context.ts'

const closed = 6
const solved = 5
const pending = 4
const stillEditable = ['status', 'entities_id', 'itilcategories_id']
const neverWritten = ['date_mod', 'date_creation', 'users_id_lastupdater', 'users_id_recipient', 'is_deleted']

/** Dates that follow a change of status. */
function statusDates(call: GlpiCall, ticket: Row, status: number): NewRow {
  const now = nowText(call)
  if (status === closed) return { closedate: now, solvedate: ticket.solvedate ?? now }
  if (status === solved) return { solvedate: now, closedate: null }
  return { solvedate: null, closedate: null, begin_waiting_date: status === pending ? now : null }
}

function strip(columns: NewRow, keep: (column: string) => boolean): NewRow {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => keep(column)))
}

/** PUT /Ticket/:id (1.7): a closed ticket silently loses every field but status, entity and category. */
export function updateTicket(call: GlpiCall, ticket: Row, input: Input): void {
  const asked = strip(columnsIn(input, ticketDefaults('', 0)), (column) => !neverWritten.includes(column))
  const columns = ticket.status === closed ? strip(asked, (column) => stillEditable.includes(column)) : asked
  if (typeof columns.status === 'number' && (columns.status < 1 || columns.status > closed)) {
    throw new WriteRefused('Statut non autorisé')
  }
  // The account may change priorities: one that is sent stands, else it follows from the other two.
  if (!('priority' in columns) && ('urgency' in columns || 'impact' in columns)) {
    columns.priority = priorityOf(
      Number(columns.urgency ?? ticket.urgency),
      Number(columns.impact ?? ticket.impact),
    )
  }
  const status = columns.status
  const dates =
    typeof status === 'number' && status !== ticket.status ? statusDates(call, ticket, status) : {}
  touchTicket(call, ticket, { ...columns, ...dates })
  if ('_actors' in input) replaceActors(call, ticket, input)
  assignOldWay(call, ticket, input)
}

/** `_itil_assign`, deprecated but still honoured. */
function assignOldWay(call: GlpiCall, ticket: Row, input: Input): void {
  const assign = input._itil_assign
  if (typeof assign !== 'object' || assign === null) return
  const entry = assign as Input
  const kind = entry._type === 'group' ? 'Group' : 'User'
  linkActor(call, ticket, {
    kind,
    id: numberIn(entry, kind === 'Group' ? 'groups_id' : 'users_id'),
    type: 2,
    mail: null,
  })
}
