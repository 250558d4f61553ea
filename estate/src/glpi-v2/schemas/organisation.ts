import type { GlpiDatabase, Row } from '../../glpi/database.ts'
import { columns, date, dropdown, flag, renamed, type Schema } from './schema.ts'

/** Entities: the High-Level API tells neither their town nor their phone nor their e-mail address. */
export const entitySchema: Schema = {
  itemtype: 'Entity',
  properties: {
    ...columns('id', 'name', 'comment', 'completename', 'level'),
    ...dropdown('parent', 'entities_id', 'Entity'),
  },
}

const mailsOf = (user: Row, db: GlpiDatabase) => db.where('UserEmail', { users_id: user.id })

export const userSchema: Schema = {
  itemtype: 'User',
  properties: {
    ...columns('id'),
    ...renamed('username', 'name'),
    ...columns('realname', 'firstname', 'phone', 'mobile', 'comment'),
    ...flag('is_active'),
    ...flag('is_deleted'),
    ...dropdown('title', 'usertitles_id', 'UserTitle'),
    ...dropdown('default_entity', 'entities_id', 'Entity'),
    ...date('date_creation'),
    ...date('date_mod'),
    'emails.id': { type: 'value', cells: (row, db) => mailsOf(row, db).map((mail) => mail.id) },
    'emails.email': { type: 'value', cells: (row, db) => mailsOf(row, db).map((mail) => mail.email ?? null) },
  },
  lists: (row, db) => ({
    emails: mailsOf(row, db).map(({ id, email = null, is_default, is_dynamic }) => ({
      id,
      email,
      is_default: is_default === 1,
      is_dynamic: is_dynamic === 1,
    })),
  }),
}

export const groupSchema: Schema = {
  itemtype: 'Group',
  properties: {
    ...columns('id', 'name', 'comment', 'completename', 'level'),
    ...dropdown('parent', 'groups_id', 'Group'),
    ...dropdown('entity', 'entities_id', 'Entity'),
  },
}
