import type { GlpiCall } from '../call.ts'
import type { NewRow } from '../database.ts'
import { solutionDefaults } from '../rows.ts'
import {
  columnsIn,
  type Input,
  nowText,
  numberIn,
  parentTicket,
  touchTicket,
  WriteRefused,
} from './write-context.ts'

/** POST /ITILSolution (1.7): solves the ticket, or closes it where the entity closes without delay. */
export function addSolution(call: GlpiCall, input: Input): number {
  const { db } = call.server
  const ticket = parentTicket(call, numberIn(input, 'items_id'))
  if (Number(ticket.status) >= 5) {
    throw new WriteRefused("L'élément est déjà résolu, quelqu'un a-t-il proposé une solution avant vous ?")
  }
  const now = nowText(call)
  const closesAtOnce = db.find('Entity', Number(ticket.entities_id))?.autoclose_delay === 0
  const defaults = solutionDefaults(ticket.id, now, call.session.userId)
  const approval: NewRow = closesAtOnce ? { status: 3, date_approval: now } : { status: 2 }
  const row = db.insert('ITILSolution', { ...defaults, ...columnsIn(input, defaults), ...approval })
  touchTicket(call, ticket, {
    status: closesAtOnce ? 6 : 5,
    solvedate: now,
    closedate: closesAtOnce ? now : null,
  })
  return row.id
}
