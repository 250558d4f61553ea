import { clients } from '../../data/clients.ts'
import { type Person, people } from '../../data/people.ts'
import type { GlpiDatabase } from '../database.ts'

/** GLPI user id of the account behind the API token. */
export const apiUserId = 6

const firstId = 101

/** Ids of the technicians of the managed-service company, in the order of the demo people. */
export const technicianIds: readonly number[] = people.flatMap((person, index) =>
  isTechnician(person) ? [firstId + index] : [],
)

function isTechnician(person: Person): boolean {
  return person.client === 'WIDIP' && !person.service && !person.domainAdmin
}

/** GLPI user id of a demo person. */
export const userIdOf = (person: Person): number => firstId + people.indexOf(person)

/** Users of the help desk: every person of the directory (service and administration accounts excepted). */
export function seedUsers(db: GlpiDatabase, date: string): void {
  const shared = {
    mobile: null,
    authtype: 3,
    user_dn: null,
    is_deleted: 0,
    profiles_id: 0,
    language: 'fr_FR',
  }
  const dates = { last_login: null, date_mod: date, date_creation: date, comment: null }
  db.insert('User', {
    ...shared,
    ...dates,
    id: apiUserId,
    name: 'api-hub',
    realname: 'Hub',
    firstname: 'Assistant',
    phone: null,
    is_active: 1,
    entities_id: 0,
    usertitles_id: 0,
  })
  for (const person of people.filter((candidate) => !candidate.service && !candidate.domainAdmin)) {
    const id = userIdOf(person)
    db.insert('User', {
      ...shared,
      ...dates,
      id,
      name: person.login,
      realname: person.surname,
      firstname: person.givenName,
      phone: person.phone,
      is_active: person.disabled ? 0 : 1,
      entities_id: clients.find((client) => client.name === person.client)?.id ?? 0,
      usertitles_id: titleId(db, person.title),
    })
    db.insert('UserEmail', { users_id: id, is_default: 1, is_dynamic: 1, email: person.mail })
  }
}

function titleId(db: GlpiDatabase, title: string): number {
  const known = db.where('UserTitle', { name: title })[0]
  return (known ?? db.insert('UserTitle', { name: title, comment: null })).id
}
