import path from 'node:path'
import { createLogger, systemClock } from '@hub/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKnowledgeSearch, ingestDocuments, type KnowledgeSearch } from '../src/index.ts'
import { type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

const shipped = path.join(import.meta.dirname, '../../../rag-documents')
let base: KnowledgeBase
let search: KnowledgeSearch
beforeAll(async () => {
  base = await openKnowledgeBase()
  search = createKnowledgeSearch({ db: base.db })
  const log = createLogger({ name: 'test', level: 'silent' })
  expect((await ingestDocuments({ db: base.db, log, clock: systemClock }, shipped)).failed).toEqual([])
})
afterAll(() => base.close())

it.each([
  ["Quel est l'état du switch de la Clinique St-Jean ?", /saint-jean/],
  ["Quel est l'état du switch de la Clinique Saint-Jean ?", /saint-jean/],
  ['Comment réinitialiser un mot de passe ?', /mot-de-passe/],
  ['How do I reset a password?', /mot-de-passe/],
  ['SWITCH-MUSIC-001', /music/],
  ['le compte se verrouille sans arrêt à cause du téléphone', /compte/],
])('%s', async (query, expected) => {
  const { passages } = await search({ query, limit: 5, audience: 'N1' })
  expect(passages[0]?.path).toMatch(expected)
})
