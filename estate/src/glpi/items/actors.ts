import type { GlpiCall } from '../call.ts'
import type { Row } from '../database.ts'
import {
  type Input,
  noPermission,
  numberIn,
  parentTicket,
  textIn,
  touchTicket,
  WriteRefused,
} from './write-context.ts'

const roles = { requester: 1, assign: 2, observer: 3 } as const
type Role = keyof typeof roles
const roleNames = Object.keys(roles) as Role[]

interface Actor {
  kind: 'User' | 'Group'
  id: number
  type: number
  mail: string | null
}

const asList = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

function flatActors(input: Input, role: Role): Actor[] {
  const notify = input[`_users_id_${role}_notif`]
  const mails =
    typeof notify === 'object' && notify !== null && 'alternative_email' in notify ? notify : undefined
  const users = asList(input[`_users_id_${role}`]).map((id, index): Actor => {
    const mail = asList(mails?.alternative_email)[index]
    return { kind: 'User', id: Number(id), type: roles[role], mail: mail ? String(mail) : null }
  })
  const groups = asList(input[`_groups_id_${role}`]).map(
    (id): Actor => ({ kind: 'Group', id: Number(id), type: roles[role], mail: null }),
  )
  return [...users, ...groups].filter((actor) => actor.id > 0 || actor.mail !== null)
}

function structuredActors(set: unknown, role: Role): Actor[] {
  const members: unknown = typeof set === 'object' && set !== null ? Reflect.get(set, role) : undefined
  return asList(members).map((member) => {
    const entry = member as Input
    const mail = textIn(entry, 'alternative_email')
    const kind = entry.itemtype === 'Group' ? 'Group' : 'User'
    return { kind, id: numberIn(entry, 'items_id'), type: roles[role], mail: mail || null }
  })
}

/** The actors an input names, in either of the two notations (`_users_id_assign`, `_actors`). */
export const actorsIn = (input: Input): Actor[] =>
  roleNames.flatMap((role) => [...flatActors(input, role), ...structuredActors(input._actors, role)])

/** Links an actor to a ticket; assigning moves a new ticket to "processing (assigned)". Refuses duplicates. */
export function linkActor(call: GlpiCall, ticket: Row, actor: Actor): number {
  const { db } = call.server
  const { kind, id, type, mail } = actor
  const isUser = kind === 'User'
  if (id > 0 && !db.find(kind, id)) throw noPermission()
  const table = isUser ? 'Ticket_User' : 'Group_Ticket'
  const link = { tickets_id: ticket.id, [isUser ? 'users_id' : 'groups_id']: id, type }
  if (id > 0 && db.where(table, link).length > 0) throw new WriteRefused('Élément déjà lié')
  const row = db.insert(table, isUser ? { ...link, use_notification: 1, alternative_email: mail } : link)
  touchTicket(call, ticket, type === roles.assign && ticket.status === 1 ? { status: 2 } : {})
  return row.id
}

/** DELETE of such a link: with nobody assigned any more an unsolved ticket is new again. */
export function unlinkActor(call: GlpiCall, table: 'Ticket_User' | 'Group_Ticket', link: Row): void {
  const { db } = call.server
  db.remove(table, link.id)
  const ticket = db.find('Ticket', Number(link.tickets_id))
  if (!ticket) return
  const assigned = { tickets_id: ticket.id, type: roles.assign }
  const isLeft = db.where('Ticket_User', assigned).length + db.where('Group_Ticket', assigned).length > 0
  touchTicket(call, ticket, isLeft || Number(ticket.status) >= 5 ? {} : { status: 1 })
}

/** POST /Ticket_User and /Group_Ticket. */
export function addActor(call: GlpiCall, input: Input, kind: Actor['kind']): number {
  const ticket = parentTicket(call, numberIn(input, 'tickets_id'))
  const id = numberIn(input, kind === 'User' ? 'users_id' : 'groups_id')
  const mail = textIn(input, 'alternative_email') || null
  return linkActor(call, ticket, { kind, id, type: numberIn(input, 'type', 1), mail })
}

/** `_actors` on an update replaces the whole set. */
export function replaceActors(call: GlpiCall, ticket: Row, input: Input): void {
  const { db } = call.server
  for (const table of ['Ticket_User', 'Group_Ticket'] as const) {
    for (const link of db.where(table, { tickets_id: ticket.id })) db.remove(table, link.id)
  }
  for (const actor of actorsIn({ _actors: input._actors })) linkActor(call, ticket, actor)
}
