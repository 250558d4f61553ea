import type { Cell, GlpiDatabase, Row } from '../../glpi/database.ts'
import { columns, date, dropdown, flag, type Property, renamed, type Schema } from './schema.ts'

const statusNames = ['Nouveau', 'En cours (Attribué)', 'En cours (Planifié)', 'En attente', 'Résolu', 'Clos']
const roleNames: Record<number, string> = { 1: 'requester', 2: 'assigned', 3: 'observer' }

const mapped = (cells: Property['cells']): Property => ({ type: 'value', cells, isMapped: true })

/** Tickets, `x-itemtype` Ticket (2.6). */
export const ticketSchema: Schema = {
  itemtype: 'Ticket',
  properties: {
    ...columns('id', 'name', 'content'),
    ...flag('is_deleted'),
    ...dropdown('user_recipient', 'users_id_recipient', 'User'),
    ...dropdown('user_editor', 'users_id_lastupdater', 'User'),
    ...dropdown('category', 'itilcategories_id', 'ITILCategory'),
    ...dropdown('location', 'locations_id', 'Location'),
    ...columns('urgency', 'impact', 'priority', 'actiontime'),
    ...date('date_creation'),
    ...date('date_mod'),
    ...date('date'),
    ...columns('type'),
    ...renamed('external_id', 'externalid'),
    ...dropdown('request_type', 'requesttypes_id', 'RequestType'),
    ...renamed('status.id', 'status'),
    'status.name': mapped((row): Cell[] => [statusNames[Number(row.status) - 1] ?? null]),
    ...dropdown('entity', 'entities_id', 'Entity', 'completename'),
    team: mapped(() => []),
  },
  lists: (row, db) => ({ team: teamOf(row, db) }),
}

/** The people and groups of a ticket; an e-mail address without account shows as a nameless user 0. */
export function teamOf(ticket: Row, db: GlpiDatabase): Record<string, unknown>[] {
  const users = db.where('Ticket_User', { tickets_id: ticket.id }).map((link) => {
    const user = db.find('User', Number(link.users_id))
    const part = (column: string) => user?.[column] ?? null
    const [name, realname, firstname] = [part('name'), part('realname'), part('firstname')]
    return {
      role: roleNames[Number(link.type)] ?? link.type,
      name,
      realname,
      firstname,
      display_name: [realname, firstname].filter(Boolean).join(' ') || name,
      href: `/front/user.form.php?id=${link.users_id}`,
    }
  })
  const groups = db.where('Group_Ticket', { tickets_id: ticket.id }).map((link) => ({
    role: roleNames[Number(link.type)] ?? link.type,
    name: db.find('Group', Number(link.groups_id))?.name ?? null,
    href: `/front/group.form.php?id=${link.groups_id}`,
  }))
  return [...users, ...groups]
}
