import { describe, expect, it } from 'vitest'
import { type ClientContacts, chooseRecipients } from './recipients.ts'

const known: ClientContacts = {
  clientId: 3,
  clientName: 'Clinique Saint-Jean',
  contacts: [
    { name: 'Zoé Petit', address: 'Zoe.Petit@clinique.fr ' },
    { name: null, address: 'accueil@clinique.fr' },
    { name: null, address: 'zoe.petit@clinique.fr' },
    { name: 'Piège', address: 'x@clinique.fr\r\nBcc: tous@ailleurs.fr' },
    { name: null, address: 'a@clinique.fr, b@ailleurs.fr' },
  ],
}

describe('chooseRecipients', () => {
  it('makes the same list of the same people, of addresses only', () => {
    const { addresses, names } = chooseRecipients(known)
    expect(addresses).toEqual(['accueil@clinique.fr', 'zoe.petit@clinique.fr'])
    expect(names.get('zoe.petit@clinique.fr')).toBe('Zoé Petit')
    const reversed = { ...known, contacts: known.contacts.toReversed() }
    expect(chooseRecipients(reversed).addresses).toEqual(addresses)
  })

  it('takes one known contact, however it is written, and no other address', () => {
    expect(chooseRecipients(known, ' ACCUEIL@Clinique.fr').addresses).toEqual(['accueil@clinique.fr'])
    for (const stranger of ['tous@ailleurs.fr', 'accueil@clinique.fr,tous@ailleurs.fr', 'x@clinique.fr'])
      expect(() => chooseRecipients(known, stranger)).toThrow(
        'it holds: accueil@clinique.fr, zoe.petit@clinique.fr',
      )
  })

  it('refuses the root of GLPI, under which all clients stand', () => {
    expect(() => chooseRecipients({ ...known, clientId: 0 })).toThrow('above all clients')
    expect(() => chooseRecipients({ ...known, clientId: 0 }, 'accueil@clinique.fr')).toThrow('above all')
  })

  it('refuses a client without an address, and a list', () => {
    expect(() => chooseRecipients({ ...known, contacts: [] })).toThrow('no mail address')
    const contacts = Array.from({ length: 51 }, (_, index) => ({ name: null, address: `p${index}@c.fr` }))
    expect(() => chooseRecipients({ ...known, contacts })).toThrow('more than 50')
    expect(chooseRecipients({ ...known, contacts }, 'p7@c.fr').addresses).toEqual(['p7@c.fr'])
  })
})
