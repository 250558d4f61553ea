import type { GlpiDatabase, Row } from '../database.ts'
import { computed, type SearchOption } from './option.ts'

const userNames = (db: GlpiDatabase, id: number): string[] => {
  const user = db.find('User', id)
  if (!user) return []
  return [String(user.name), `${user.realname} ${user.firstname}`, `${user.firstname} ${user.realname}`]
}

const role = { requester: 1, assigned: 2, observer: 3 } as const

/** People of a ticket in one role. Shown as ids in text form, or the e-mail address of an anonymous one. */
export function userActor(label: readonly [number, string], as: keyof typeof role): SearchOption {
  const links = (row: Row, db: GlpiDatabase) =>
    db.where('Ticket_User', { tickets_id: row.id, type: role[as] })
  const base = computed(label, { table: 'glpi_users', field: 'name', datatype: 'dropdown' }, (row, db) =>
    links(row, db).map((link) => link.users_id ?? null),
  )
  return {
    ...base,
    cells: (row, db) =>
      links(row, db).map((link) =>
        link.users_id === 0 ? (link.alternative_email ?? '') : String(link.users_id),
      ),
    texts: (row, db) =>
      links(row, db).flatMap((link) =>
        link.users_id === 0 ? [String(link.alternative_email)] : userNames(db, Number(link.users_id)),
      ),
  }
}

/** One person named by a column of the ticket (writer, last editor). */
export function userColumn(label: readonly [number, string], column: string): SearchOption {
  const base = computed(label, { table: 'glpi_users', field: 'name', datatype: 'dropdown' }, (row) => [
    row[column] ?? null,
  ])
  return {
    ...base,
    cells: (row) => [row[column] ? String(row[column]) : null],
    texts: (row, db) => userNames(db, Number(row[column])),
  }
}

/** Groups of a ticket in one role, shown by name. */
export function groupActor(label: readonly [number, string], as: keyof typeof role): SearchOption {
  const ids = (row: Row, db: GlpiDatabase) =>
    db.where('Group_Ticket', { tickets_id: row.id, type: role[as] }).map((link) => Number(link.groups_id))
  const names = (row: Row, db: GlpiDatabase) =>
    ids(row, db).map((id) => String(db.find('Group', id)?.completename ?? ''))
  const base = computed(label, { table: 'glpi_groups', field: 'completename', datatype: 'dropdown' }, ids)
  return { ...base, cells: names, texts: names, tree: 'Group' }
}
