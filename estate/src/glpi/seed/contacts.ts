import { clients } from '../../data/clients.ts'
import { type Person, people } from '../../data/people.ts'
import type { GlpiDatabase } from '../database.ts'

/** Who a client names as its contact: those who lead, and those who look after its machines. */
const isContact = ({ title, disabled }: Person) =>
  !disabled && /direct|responsable|gérant|secrétaire|associé/i.test(title)

/** Contacts of the clients; a client whose people none leads is reached at its front desk. */
export function seedContacts(db: GlpiDatabase, date: string): void {
  for (const client of clients) {
    const named = people.filter((person) => person.client === client.name && isContact(person))
    const contacts = named.map(({ surname, givenName, phone, mail }) => ({ surname, givenName, phone, mail }))
    const desk = {
      surname: 'Accueil',
      givenName: null,
      phone: client.phone,
      mail: `accueil@${client.domain}`,
    }
    for (const contact of contacts.length > 0 ? contacts : [desk]) {
      db.insert('Contact', {
        entities_id: client.id,
        is_recursive: 1,
        name: contact.surname,
        firstname: contact.givenName,
        phone: contact.phone,
        mobile: null,
        email: contact.mail,
        comment: null,
        is_deleted: 0,
        date_mod: date,
        date_creation: date,
      })
    }
  }
}
