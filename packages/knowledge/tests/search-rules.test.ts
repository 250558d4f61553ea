import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKnowledgeSearch, type KnowledgeSearch } from '../src/index.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

const documents: Record<string, string> = {
  'update.md': documentText(
    'Mise à jour Windows',
    "Si l'erreur `0x80070005` s'affiche, vérifier les droits puis relancer.",
  ),
  'update-other.md': documentText(
    'Erreur de sauvegarde',
    "L'erreur `0x80070057` vient d'un disque plein. Relancer la tâche.",
  ),
  'account.md': documentText(
    'Compte de service',
    'Le compte `jean.dupont` est verrouillé chaque lundi ; voir le ticket #1234.',
  ),
  'account-other.md': documentText(
    'Comptes',
    'Jean Martin et Paul Dupont partagent un poste. Appeler le 12345.',
  ),
  'printer.md': documentText(
    'Imprimante bloquée',
    'Vider la file, redémarrer le spouleur, puis imprimer une page de test.',
  ),
  'configured.md': documentText(
    'Poste préparé',
    'Les postes sont configurés et les sécurités vérifiées avant la livraison.',
  ),
  'english.md': documentText(
    'Printing queue',
    'When printing hangs, restart the spooler and print the queued jobs again.',
  ),
}

let base: KnowledgeBase
let search: KnowledgeSearch
beforeAll(async () => {
  base = await openKnowledgeBase()
  search = createKnowledgeSearch({ db: base.db })
  for (const [file, text] of Object.entries(documents)) await base.write(file, text)
  expect((await base.ingest()).failed).toEqual([])
})
afterAll(() => base.close())

async function pathsFor(query: string): Promise<string[]> {
  return (await search({ query, limit: 5 })).passages.map(({ path }) => path)
}

it.each([
  ['an error code', '0x80070005', 'update.md'],
  ['an error code in a sentence', "j'ai l'erreur 0x80070005 en relançant", 'update.md'],
  ['a login', 'jean.dupont', 'account.md'],
  ['a ticket number', '#1234', 'account.md'],
  ['an accent left out', 'poste prepare', 'configured.md'],
  ['a feminine plural without accents', 'machines configurees', 'configured.md'],
  ['an accented participle', 'configurée', 'configured.md'],
  ['a letter missing', 'imprimnte bloquee', 'printer.md'],
  ['letters swapped', 'imprimatne', 'printer.md'],
  ['a short word with a slip', 'vidre la file', 'printer.md'],
  ['two slips in a long word', 'sauvegrdae', 'update-other.md'],
  ['an English plural', 'how do I print the queue', 'english.md'],
  ['another English form', 'which queues were printed', 'english.md'],
  [
    'the text of a heading, not its anchor',
    '<a name="jean.dupont"></a>Vider la file du spouleur',
    'printer.md',
  ],
])('finds %s first', async (_, query, expected) => {
  expect((await pathsFor(query))[0]).toBe(expected)
})

it('takes a ticket number for no part of another number', async () => {
  expect(await pathsFor('#123')).toEqual([])
})

describe('what a reader may not see', () => {
  const queries = [
    'relancer après une erreur',
    'imprimante bloquée',
    'compte verrouillé',
    'sauvegrdae',
    'jean.dupond',
    'quasarum',
  ]
  const answers = () =>
    Promise.all(queries.map((query) => search({ query, limit: 5, explain: true, audience: 'N1' })))

  it('changes neither the order nor the scores, corrections or figures of what they see', async () => {
    const before = await answers()
    for (let index = 0; index < 8; index++) {
      const words =
        'Relancer erreur imprimante sauvegarde sauvegrdat jean.dupond quasarium compte verrouillé '
      await base.write(
        `secret-${index}.md`,
        documentText(`Imprimante ${index}`, words.repeat(1 + index), 'audience: N3\n'),
      )
    }
    await base.ingest()
    expect(await answers()).toEqual(before)
    const { passages } = await search({ query: 'quasarium', limit: 5, audience: 'N3' })
    expect(passages).toHaveLength(5)
  })

  it('hides a document with its passages as soon as its audience changes', async () => {
    expect(await pathsFor('configurée')).toEqual(['configured.md'])
    await base.db.knowledgeDocument.update({ where: { path: 'configured.md' }, data: { audience: 'N2' } })
    expect(await pathsFor('configurée')).toEqual([])
    await base.db.knowledgeDocument.update({ where: { path: 'configured.md' }, data: { audience: 'N0' } })
    expect(await pathsFor('configurée')).toEqual(['configured.md'])
  })
})

it('says why each passage ranked', async () => {
  const { explanation, passages } = await search({ query: 'spouluer jean.dupont', limit: 5, explain: true })
  expect(explanation).toMatchObject({
    method: 'lexical',
    withoutVectors: 'not_configured',
    corrections: [{ asked: 'spouluer', meant: 'spouleur' }],
    searched: 7,
  })
  expect(passages[0]?.path).toBe('account.md')
  const printer = passages.find(({ path }) => path === 'printer.md')
  const [first] = explanation?.passages ?? []
  const second = explanation?.passages.find(({ chunkId }) => chunkId === printer?.chunkId)
  expect(first?.legs.map(({ leg, rank }) => [leg, rank])).toEqual([
    ['words', 1],
    ['identifiers', 1],
  ])
  expect(first?.words).toContainEqual(
    expect.objectContaining({ asked: 'jean.dupont', found: ['jean.dupont'], how: 'same', passages: 1 }),
  )
  expect(second?.words).toMatchObject([{ asked: 'spouleur', how: 'corrected' }])
  expect(first?.score).toBeCloseTo(first?.legs.reduce((sum, { adds }) => sum + adds, 0) ?? 0)
})
