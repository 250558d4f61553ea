import type { GlpiCall } from '../call.ts'
import { taskDefaults } from '../rows.ts'
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

/** POST /TicketTask (1.7): the ticket's status does not move; its total time does. */
export function addTask(call: GlpiCall, input: Input): number {
  const ticket = parentTicket(call, numberIn(input, 'tickets_id'))
  if (textIn(input, 'content') === '')
    throw new WriteRefused('Vous ne pouvez pas ajouter une tâche sans description')
  const defaults = taskDefaults(ticket.id, nowText(call), call.session.userId)
  const plan = typeof input.plan === 'object' && input.plan !== null ? (input.plan as Input) : {}
  const dates = { begin: textIn(plan, 'begin') || null, end: textIn(plan, 'end') || null }
  const row = call.server.db.insert('TicketTask', { ...defaults, ...dates, ...columnsIn(input, defaults) })
  touchTicket(call, ticket, { actiontime: Number(ticket.actiontime) + Number(row.actiontime) })
  return row.id
}
