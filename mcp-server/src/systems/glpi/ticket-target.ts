import type { ActionTarget } from '@hub/contracts'
import { toPlainLine } from './format/rich-text.ts'
import { clientName } from './format/ticket.ts'
import type { TicketRow } from './schemas.ts'

/** The ticket that an action changes. Only lasting facts: its state may move between the question and the yes. */
export function ticketTarget(row: TicketRow): ActionTarget {
  return {
    system: 'glpi',
    kind: 'ticket',
    id: String(row.id),
    name: toPlainLine(row.name),
    attributes: { clientId: row.entities_id, clientName: clientName(row) },
  }
}
