import { readdirSync } from 'node:fs'
import path from 'node:path'
import { createLogger, systemClock } from '@hub/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKnowledgeSearch, ingestDocuments, type KnowledgeSearch } from '../src/index.ts'
import { type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

const shipped = path.join(import.meta.dirname, '../../../rag-documents')
const files = readdirSync(shipped, { recursive: true, encoding: 'utf8' })
const markdown = files.filter((file) => file.endsWith('.md'))
let base: KnowledgeBase
let search: KnowledgeSearch
let failed: { path: string }[]
beforeAll(async () => {
  base = await openKnowledgeBase()
  search = createKnowledgeSearch({ db: base.db })
  const log = createLogger({ name: 'test', level: 'silent' })
  failed = (await ingestDocuments({ db: base.db, log, clock: systemClock }, shipped)).failed
})
afterAll(() => base.close())

it('reads every Markdown file without a problem, at least 40', async () => {
  expect(failed.filter(({ path }) => path.endsWith('.md'))).toEqual([])
  const read = await base.db.knowledgeDocument.findMany({ where: { path: { endsWith: '.md' } } })
  expect(read.map((document) => document.path).sort()).toEqual([...markdown].sort())
  expect(read.length).toBeGreaterThanOrEqual(40)
})

it('gives each document a title of its own', async () => {
  const titles = (await base.db.knowledgeDocument.findMany()).map(({ title }) => title)
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})

it('has a sidecar beside each file that is not Markdown', () => {
  const others = files.filter((file) => /\.(?:html|txt|docx|pdf)$/.test(file))
  expect(others.filter((file) => !files.includes(`${file}.yaml`))).toEqual([])
})

it.each([
  ["Quel est l'état du switch de la Clinique St-Jean ?", /saint-jean/],
  ["Quel est l'état du switch de la Clinique Saint-Jean ?", /saint-jean/],
  ['Comment réinitialiser un mot de passe ?', /mot-de-passe/],
  ['How do I reset a password?', /mot-de-passe/],
  ['SWITCH-MUSIC-001', /music/],
  ['le compte se verrouille sans arrêt à cause du téléphone', /compte/],
  ["l'onduleur bipe depuis la coupure de courant", /onduleur/],
  ['la carte CPS ne passe plus dans le lecteur', /carte-cps/],
  ['restaurer un dossier supprimé par erreur', /restauration/],
  ['un salarié quitte la clinique, fermer ses accès', /depart/],
  ['SWITCH-VIDOURLE-003', /vidourle/],
  ['qui peut demander une coupure à la HAD Occitanie Est', /had-occitanie/],
])('%s', async (query, expected) => {
  const { passages } = await search({ query, limit: 5, audience: 'N1' })
  expect(passages[0]?.path).toMatch(expected)
})

it.each([
  ['la sauvegarde de la nuit a échoué', 'procedures/sauvegarde-en-echec.md', 'N2', 'N1'],
  ["bris de glace, accès d'urgence", 'procedures/comptes-privilegies-et-acces-urgence.md', 'N3', 'N2'],
] as const)('%s: %s is for %s and above', async (query, sensitive, audience, below) => {
  const pathsFor = async (reader: 'N1' | 'N2' | 'N3') =>
    (await search({ query, limit: 5, audience: reader })).passages.map((passage) => passage.path)
  expect((await pathsFor(audience))[0]).toBe(sensitive)
  expect(await pathsFor(below)).not.toContain(sensitive)
})
