import type { GlpiCall } from '../call.ts'
import { priorityOf } from '../priority.ts'
import { ticketDefaults } from '../rows.ts'
import { activeEntities } from '../visibility.ts'
import { actorsIn, linkActor } from './actors.ts'
import {
  columnsIn,
  type Input,
  noPermission,
  nowText,
  numberIn,
  textIn,
  WriteRefused,
} from './write-context.ts'

const scale = (value: number) => (value >= 1 && value <= 5 ? value : 3)
/** A priority that is sent stands: the account may set it. */
const scale6 = (value: number) => (value >= 1 && value <= 6 ? value : undefined)
const plainText = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** POST /Ticket (1.7): title from the content when empty, priority from the matrix, actors linked. */
export function addTicket(call: GlpiCall, input: Input): number {
  const { db } = call.server
  const entity = numberIn(input, 'entities_id', call.session.activeEntity)
  if (!activeEntities(call).has(entity)) throw noPermission()
  if ('content' in input && plainText(textIn(input, 'content')) === '') {
    throw new WriteRefused('Les champs obligatoires ne sont pas remplis. Veuillez corriger : Description')
  }
  const defaults = ticketDefaults(nowText(call), call.session.userId)
  const columns = columnsIn(input, defaults)
  const urgency = scale(numberIn(input, 'urgency', 3))
  const impact = scale(numberIn(input, 'impact', 3))
  const ticket = db.insert('Ticket', {
    ...defaults,
    ...columns,
    entities_id: entity,
    name: textIn(input, 'name') || plainText(textIn(input, 'content')).slice(0, 70),
    urgency,
    impact,
    priority: scale6(numberIn(input, 'priority')) ?? priorityOf(urgency, impact),
    is_deleted: 0,
    users_id_recipient: call.session.userId,
  })
  for (const actor of actorsIn(input)) linkActor(call, ticket, actor)
  db.update('Ticket', ticket.id, { takeintoaccountdate: ticket.status === 1 ? null : nowText(call) })
  call.server.onNewTicket(ticket.id)
  return ticket.id
}
