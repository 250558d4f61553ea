import type { V2Call, V2Reply } from './call.ts'
import { listItems } from './endpoints/list-items.ts'
import { readItem } from './endpoints/read-item.ts'
import { addTeamMember, listTeam, removeTeamMember } from './endpoints/team.ts'
import { changeTicket, createTicket } from './endpoints/tickets.ts'
import { addToTimeline, listTimeline } from './endpoints/timeline.ts'
import { assetSchema } from './schemas/asset.ts'
import { dropdownSchema } from './schemas/dropdown.ts'
import { entitySchema, groupSchema, userSchema } from './schemas/organisation.ts'
import type { Schema } from './schemas/schema.ts'
import { ticketSchema } from './schemas/ticket.ts'
import { isTimelineKind } from './schemas/timeline.ts'

type Handler = (call: V2Call, ...parameters: string[]) => V2Reply | undefined

interface Route {
  method: string
  path: RegExp
  handle: Handler
  scope: string
}

const schemas: Record<string, Schema> = { Entity: entitySchema, User: userSchema, Group: groupSchema }
const noRows: V2Reply = { status: 200, body: [], headers: { 'Content-Range': '0-0/0' } }

const collection: Handler = (call, name = '', id) => {
  const schema = schemas[name]
  if (schema === undefined) return undefined
  return id === undefined ? listItems(call, schema) : readItem(call, schema, Number(id))
}

const dropdown: Handler = (call, name = '', id) => {
  const schema = dropdownSchema(name)
  if (schema === undefined) return undefined
  return id === undefined ? listItems(call, schema) : readItem(call, schema, Number(id))
}

const asset: Handler = (call, name = '') => {
  const schema = assetSchema(name)
  return schema === null ? noRows : schema && listItems(call, schema)
}

const me: Handler = (call) => readItem(call, userSchema, call.glpi.session.userId)

const session: Handler = ({ glpi: { session: open } }) => ({
  status: 200,
  body: {
    current_time: new Date().toISOString(),
    user_id: open.userId,
    active_profile: { id: 6, name: 'Technicien' },
    active_entity: { id: open.activeEntity, recursive: open.isRecursive },
  },
})

const addEntry: Handler = (call, id, kind = '') =>
  isTimelineKind(kind) ? addToTimeline(call, Number(id), kind) : undefined

const entries: Handler = (call, id, kind) => {
  if (kind === undefined) return listTimeline(call, Number(id), ['Followup', 'Task', 'Solution'])
  return isTimelineKind(kind) ? listTimeline(call, Number(id), [kind]) : undefined
}

const route = (method: string, path: RegExp, handle: Handler, scope = 'api'): Route => ({
  method,
  path,
  handle,
  scope,
})

const ticket = '/Assistance/Ticket/(\\d+)'
const at = (path: string) => new RegExp(`^${path}$`)

/** The routes that the demo serves (2.4); a handler that answers nothing is no route. */
export const routes: readonly Route[] = [
  route('GET', at('/session'), session),
  route('GET', at('/Administration/User/Me'), me, 'user'),
  route('GET', at('/Administration/(Entity|User|Group)(?:/(\\d+))?'), collection),
  route('GET', at('/Dropdowns/(\\w+)(?:/(\\d+))?'), dropdown),
  route('GET', at('/Assets/(\\w+)'), asset),
  route('GET', at('/Assistance/Ticket'), (call) => listItems(call, ticketSchema)),
  route('POST', at('/Assistance/Ticket'), createTicket),
  route('GET', at(ticket), (call, id) => readItem(call, ticketSchema, Number(id))),
  route('PATCH', at(ticket), (call, id) => changeTicket(call, Number(id))),
  route('GET', at(`${ticket}/Timeline(?:/(\\w+))?`), entries),
  route('POST', at(`${ticket}/Timeline/(\\w+)`), addEntry),
  route('GET', at(`${ticket}/TeamMember(?:/(\\w+))?`), (call, id, role) => listTeam(call, Number(id), role)),
  route('POST', at(`${ticket}/TeamMember`), (call, id) => addTeamMember(call, Number(id))),
  route('DELETE', at(`${ticket}/TeamMember`), (call, id) => removeTeamMember(call, Number(id))),
]
