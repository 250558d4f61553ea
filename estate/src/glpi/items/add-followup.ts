import type { GlpiCall } from '../call.ts'
import type { Row } from '../database.ts'
import { followupDefaults } from '../rows.ts'
import {
  columnsIn,
  type Input,
  nowText,
  numberIn,
  parentTicket,
  textIn,
  touchTicket,
  WriteRefused,
} from './write-context.ts'

const refused = 4
const accepted = 3

interface Verdict {
  ticket: Row
  /** Status the last solution gets. */
  status: typeof refused | typeof accepted
  followupId: number
}

function settleSolution(call: GlpiCall, { ticket, status, followupId }: Verdict): void {
  const { db } = call.server
  const last = db.where('ITILSolution', { itemtype: 'Ticket', items_id: ticket.id }).at(-1)
  if (!last) return
  db.update('ITILSolution', last.id, {
    status,
    date_approval: nowText(call),
    users_id_approval: call.session.userId,
    itilfollowups_id: followupId,
  })
}

/**
 * POST /ITILFollowup (1.7). `add_close` closes by its mere presence, whatever its value;
 * `add_reopen` refuses the solution. Content is required except when closing.
 */
export function addFollowup(call: GlpiCall, input: Input): number {
  const { db } = call.server
  const ticket = parentTicket(call, numberIn(input, 'items_id'))
  const isClosing = 'add_close' in input
  if (textIn(input, 'content') === '' && !isClosing) {
    throw new WriteRefused('Vous ne pouvez pas ajouter un suivi sans description')
  }
  const defaults = followupDefaults(ticket.id, nowText(call), call.session.userId)
  const row = db.insert('ITILFollowup', { ...defaults, ...columnsIn(input, defaults) })
  if (isClosing) {
    const now = nowText(call)
    touchTicket(call, ticket, { status: 6, closedate: now, solvedate: ticket.solvedate ?? now })
    settleSolution(call, { ticket, status: accepted, followupId: row.id })
  } else if ('add_reopen' in input && Number(ticket.status) >= 5) {
    const isAssigned = db.where('Ticket_User', { tickets_id: ticket.id, type: 2 }).length > 0
    touchTicket(call, ticket, { status: isAssigned ? 2 : 1, closedate: null, solvedate: null })
    settleSolution(call, { ticket, status: refused, followupId: row.id })
  } else touchTicket(call, ticket, { by: Number(row.users_id) })
  return row.id
}
