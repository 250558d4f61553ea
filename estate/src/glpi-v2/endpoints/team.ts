import { addActor, unlinkActor } from '../../glpi/items/actors.ts'
import { WriteRefused } from '../../glpi/items/write-context.ts'
import type { V2Call, V2Reply } from '../call.ts'
import { teamOf } from '../schemas/ticket.ts'
import { invalidParameter } from '../v2-error.ts'
import { visibleRow } from './read-item.ts'

const roles: Record<string, number> = { requester: 1, assigned: 2, observer: 3, 1: 1, 2: 2, 3: 3 }
const links = { User: ['Ticket_User', 'users_id'], Group: ['Group_Ticket', 'groups_id'] } as const

const refused = () => invalidParameter('One or more parameters are invalid')

/** The member that a body names; suppliers are not in the demo. */
function memberIn({ body }: V2Call) {
  const role = roles[String(body.role)]
  const { type, id } = body
  if (role === undefined || (type !== 'User' && type !== 'Group')) throw refused()
  return { kind: type, id: Number(id), role } as const
}

/** GET TeamMember, of every role or one. */
export function listTeam(call: V2Call, ticketId: number, role?: string): V2Reply {
  const team = teamOf(visibleRow(call, 'Ticket', ticketId), call.server.glpi.db)
  return { status: 200, body: role === undefined ? team : team.filter((member) => member.role === role) }
}

/** POST TeamMember: 201 without content; 400 for whoever is there already. */
export function addTeamMember(call: V2Call, ticketId: number): V2Reply {
  visibleRow(call, 'Ticket', ticketId)
  const { kind, id, role } = memberIn(call)
  const column = links[kind][1]
  try {
    addActor(call.glpi, { tickets_id: ticketId, [column]: id, type: role }, kind)
  } catch (error) {
    throw error instanceof WriteRefused ? refused() : error
  }
  return { status: 201, body: null }
}

/** DELETE TeamMember: 200 also when nobody was there, as GLPI deletes by criteria. */
export function removeTeamMember(call: V2Call, ticketId: number): V2Reply {
  const { db } = call.server.glpi
  visibleRow(call, 'Ticket', ticketId)
  const { kind, id, role } = memberIn(call)
  const [table, column] = links[kind]
  const found = db.where(table, { tickets_id: ticketId, [column]: id, type: role })
  for (const link of found) unlinkActor(call.glpi, table, link)
  return { status: 200, body: null }
}
