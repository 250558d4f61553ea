import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKnowledgeSearch, type KnowledgeSearch } from '../src/index.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
let search: KnowledgeSearch
beforeAll(async () => {
  base = await openKnowledgeBase()
  search = createKnowledgeSearch({ db: base.db })
  // In the order of their names: the last ones are those that a cut leaves out.
  for (let index = 10; index < 70; index++) {
    await base.write(`a${index}.md`, documentText(`Note ${index}`, 'Le relais IPv6 du site est relevé.'))
    await base.write(`b${index}.md`, documentText(`Visite ${index}`, 'Passage du mardi.', client))
  }
  await base.write('y-relay.md', documentText('Relais DHCP', 'Déclarer le relais DHCP : adresse IPv6, bail.'))
  await base.write('z-phone.md', documentText('Standard', 'Renvoyer le standard vers l’astreinte.', client))
  await base.write('c-phone.md', documentText('Standard', 'Renvoyer le standard vers l’astreinte.'))
  expect((await base.ingest()).failed).toEqual([])
})
afterAll(() => base.close())

const client = 'client: Clinique des Lilas\n'

it.each([
  ['an identifier that stands nearly everywhere', 'déclarer le relais DHCP en IPv6', 'y-relay.md'],
  [
    'what is written about a client of many documents',
    'renvoyer le standard, clinique des Lilas',
    'z-phone.md',
  ],
])('is not led astray by %s', async (_, query, expected) => {
  const { passages } = await search({ query, limit: 5 })
  expect(passages[0]?.path).toBe(expected)
})
