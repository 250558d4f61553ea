import { addTicket } from '../../glpi/items/add-ticket.ts'
import { updateTicket } from '../../glpi/items/update-ticket.ts'
import type { V2Call, V2Reply } from '../call.ts'
import { ticketSchema } from '../schemas/ticket.ts'
import { readItem, visibleRow } from './read-item.ts'
import { attempt, toInput, type WritableFields } from './write-input.ts'

const changeable: WritableFields = {
  name: 'name',
  content: 'content',
  category: 'itilcategories_id',
  location: 'locations_id',
  urgency: 'urgency',
  impact: 'impact',
  priority: 'priority',
  type: 'type',
  request_type: 'requesttypes_id',
  status: 'status',
  external_id: 'externalid',
  date: 'date',
}

/** POST /Assistance/Ticket (2.4): 200 with a link; the entity can be set now and never after. */
export function createTicket(call: V2Call): V2Reply {
  const input = toInput(call.body, { ...changeable, entity: 'entities_id' })
  const id = attempt('create', () => addTicket(call.glpi, input))
  const href = `/Assistance/Ticket/${id}`
  return { status: 200, body: { id, href }, headers: { Location: href } }
}

/** PATCH /Assistance/Ticket/{id}: answers the item as it now is. */
export function changeTicket(call: V2Call, id: number): V2Reply {
  const row = visibleRow(call, 'Ticket', id)
  attempt('update', () => updateTicket(call.glpi, row, toInput(call.body, changeable)))
  return readItem(call, ticketSchema, id)
}
