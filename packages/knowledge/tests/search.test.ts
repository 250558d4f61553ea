import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKnowledgeSearch, type KnowledgeSearch } from '../src/index.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
let search: KnowledgeSearch

const documents: Record<string, string> = {
  'password.md': documentText(
    'Réinitialiser un mot de passe',
    "Vérifier l'identité, puis demander la réinitialisation du mot de passe dans SAFEGUARD.",
  ),
  'printer.md': documentText(
    'Imprimantes',
    "Vider la file d'attente. L'erreur `0x0000011b` vient d'une mise à jour de l'imprimante.",
  ),
  'saint-jean.md': documentText(
    'Clinique Saint-Jean',
    'Le switch principal est `SWITCH-CLIN-STJEAN` ; son état se lit dans Observium.',
    'client: Clinique Saint-Jean\n',
  ),
  'saint-joseph.md': documentText(
    'Clinique Saint-Joseph',
    'Le switch principal est `SWITCH-CLIN-001` ; son état se lit dans Observium. Téléphone : code 50%_A.',
    'client: Clinique Saint-Joseph\n',
  ),
  'switch.md': documentText(
    'État et maintenance des switches',
    "Lire l'état du switch dans Observium, puis ses ports. Le switch redémarre en six minutes.",
  ),
  'internal.md': documentText('Astreinte', "Escalade de l'astreinte : quasarium.", 'audience: N3\n'),
}

beforeAll(async () => {
  base = await openKnowledgeBase()
  search = createKnowledgeSearch({ db: base.db })
})
afterAll(() => base.close())

async function pathsFor(
  query: string,
  more: Partial<Parameters<KnowledgeSearch>[0]> = {},
): Promise<string[]> {
  const { passages } = await search({ query, limit: 5, ...more })
  return passages.map(({ path }) => path)
}

it('finds nothing in an empty base', async () => {
  expect(await search({ query: 'mot de passe', limit: 5 })).toEqual({
    passages: [],
    method: 'lexical',
    found: 'nothing',
    leftOut: 0,
  })
})

describe('with documents', () => {
  beforeAll(async () => {
    for (const [file, text] of Object.entries(documents)) await base.write(file, text)
    expect((await base.ingest()).failed).toEqual([])
  })

  it.each([
    ['an identifier', 'SWITCH-CLIN-STJEAN', 'saint-jean.md'],
    ['an identifier in small letters', 'que dire de switch-clin-001', 'saint-joseph.md'],
    ['an identifier with a slip', 'SWICH-CLIN-STJEAN', 'saint-jean.md'],
    ['an error code', 'erreur 0x0000011B', 'printer.md'],
    ['a typing slip', 'imprimente', 'printer.md'],
    ['words without accents', 'reinitialiser', 'password.md'],
    ['words in capitals with accents', 'RÉINITIALISATION', 'password.md'],
    ['a synonym', 'mdp', 'password.md'],
    ['an English question', "How do I reset a user's password?", 'password.md'],
    ['another English question', 'the printer is stuck', 'printer.md'],
    ['an abbreviated saint', "Quel est l'état du switch de la Clinique St-Jean ?", 'saint-jean.md'],
    ['a saint in full', 'etat du switch clinique saint jean', 'saint-jean.md'],
    ['a question of no client', 'comment lire l’état d’un switch', 'switch.md'],
  ])('finds %s first', async (_, query, expected) => {
    expect((await pathsFor(query))[0]).toBe(expected)
  })

  it('describes what it found', async () => {
    const { passages, method } = await search({ query: 'SWITCH-CLIN-STJEAN', limit: 1 })
    expect(method).toBe('lexical')
    expect(passages).toEqual([
      {
        documentId: expect.any(String),
        chunkId: expect.any(String),
        title: 'Clinique Saint-Jean',
        path: 'saint-jean.md',
        kind: 'procedure',
        headingPath: [],
        content: 'Le switch principal est `SWITCH-CLIN-STJEAN` ; son état se lit dans Observium.',
        score: expect.any(Number),
      },
    ])
  })

  it('shows a document to its audience only', async () => {
    expect(await pathsFor('quasarium')).toEqual([])
    expect(await pathsFor('quasarium', { audience: 'N2' })).toEqual([])
    expect(await pathsFor('quasarium', { audience: 'N3' })).toEqual(['internal.md'])
    expect(await pathsFor('quasarum', { audience: 'N2' })).toEqual([])
  })

  it('keeps to a client and to documents of no client', async () => {
    const found = await pathsFor('état du switch', { clientName: 'clinique saint-joseph' })
    expect(found).toContain('saint-joseph.md')
    expect(found).toContain('switch.md')
    expect(found).not.toContain('saint-jean.md')
    expect(await pathsFor('SWITCH-CLIN-STJEAN', { clientName: 'Clinique Saint-Joseph' })).not.toContain(
      'saint-jean.md',
    )
  })

  it.each([
    ['SQL', "'; DROP TABLE knowledge_chunks; --"],
    ['text search operators', "mot & | ! <-> ('passe':* \\ \""],
    ['wildcards', '%%%___%%%'],
    ['a NUL character', 'mot\0passe'],
    ['a lone surrogate', 'mot \ud800 passe'],
    ['format characters', '$1 %s :a ? {x}'],
  ])('takes %s as plain text', async (_, query) => {
    await pathsFor(query)
    expect(await base.db.knowledgeChunk.count()).toBe(6)
  })

  it('takes % and _ of an identifier as they are', async () => {
    expect(await pathsFor('code x_%_zz-9')).not.toContain('printer.md')
  })

  it.each([
    ['random letters', 'kqzv wxjy ptrq bvnm '.repeat(25)],
    ['one long run', 'zq7x'.repeat(125)],
    ['stop words', 'de la le les un une des et ou'],
    ['punctuation', '?!... ;;; ((('],
    ['another subject', 'la recette de la tarte aux pommes'],
  ])('finds nothing for %s', async (_, query) => {
    expect(await pathsFor(query)).toEqual([])
  })

  it('stops when the caller gives up', async () => {
    const signal = AbortSignal.abort(new Error('given up'))
    await expect(search({ query: 'switch', limit: 5, signal })).rejects.toThrow('given up')
  })
})
