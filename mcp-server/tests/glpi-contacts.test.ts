import { afterAll, beforeAll, expect, it } from 'vitest'
import { findContacts } from '../src/systems/glpi/index.ts'
import { failureOf } from './expect-failure.ts'
import { type GlpiBench, openGlpiBench } from './glpi-setup.ts'

let bench: GlpiBench
beforeAll(async () => {
  bench = await openGlpiBench()
})
afterAll(() => bench.close())

it('gives the addresses of the entity and of its contacts, each once', async () => {
  expect(await findContacts(bench.glpi, 'Clinique Saint-Jean')).toEqual({
    clientId: 42,
    clientName: 'Clinique Saint-Jean',
    contacts: [
      { name: null, address: 'contact@clinique-saint-jean.example' },
      { name: null, address: 'informatique@clinique-saint-jean.example' },
      expect.objectContaining({ name: 'Claire Fontaine' }),
      expect.objectContaining({ name: 'Philippe Garnier' }),
      expect.objectContaining({ name: 'Sofia Rodriguez' }),
    ],
  })
})

it('never gives those of another client, and takes in the houses below', async () => {
  const contact = { is_recursive: 1, firstname: 'Éva', name: 'Faure', is_deleted: 0 }
  bench.estate.glpi.insert('Contact', {
    ...contact,
    entities_id: 201,
    email: ' Eva.Faure@Genets-Dor.example ',
  })
  bench.estate.glpi.insert('Contact', { ...contact, entities_id: 0, email: 'racine@widip.example' })
  bench.estate.glpi.insert('Contact', { ...contact, entities_id: 29, email: 'pas une adresse' })
  bench.estate.glpi.insert('Contact', {
    ...contact,
    entities_id: 29,
    is_deleted: 1,
    email: 'bac@genets-dor.example',
  })
  const { contacts } = await findContacts(bench.glpi, 29)
  expect(contacts).toContainEqual({ name: 'Éva Faure', address: 'eva.faure@genets-dor.example' })
  expect(contacts.every(({ address }) => address.endsWith('@genets-dor.example'))).toBe(true)
  expect(contacts.map(({ address }) => address)).not.toContain('bac@genets-dor.example')
})

it('reads hundreds of them page by page', async () => {
  for (let index = 0; index < 430; index += 1) {
    bench.estate.glpi.insert('Contact', {
      entities_id: 38,
      is_recursive: 0,
      is_deleted: 0,
      name: `N${index}`,
      firstname: null,
      email: `n${index}@garage-bonnet.example`,
    })
  }
  const { contacts } = await findContacts(bench.glpi, 'Garage Bonnet')
  expect(contacts.length).toBeGreaterThanOrEqual(431)
})

it.each([
  ['Clinique', 'glpi.client_ambiguous'],
  ['Introuvable', 'glpi.client_not_found'],
  [4_242, 'glpi.client_not_found'],
])('needs one client: %s', async (client, reason) => {
  expect(await failureOf(findContacts(bench.glpi, client))).toMatchObject({ reason })
})
