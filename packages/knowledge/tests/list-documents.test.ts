import { afterAll, beforeAll, expect, it } from 'vitest'
import { addCase, type DocumentsQuestion, listDocuments } from '../src/index.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
  await base.write('a.md', documentText('Accès VPN', 'texte', 'system: Pare-feu\n'))
  await base.write(
    'b.md',
    documentText('Clinique Saint-Jean', 'texte', 'client: Clinique Saint-Jean\naudience: N1\n'),
  )
  await base.write('c.md', documentText('Périmé', 'texte', 'validUntil: 2020-01-01\n'))
  await base.write('d.md', documentText('Réservé', 'texte', 'audience: N3\n'))
  await base.write('e.md', documentText('Cassé', 'texte'))
  await base.ingest()
  await base.write('e.md', 'cassé')
  await base.write('f_%.pdf', 'jamais bon')
  await base.ingest()
  const solved = { title: 'Imprimante muette', problem: 'p', cause: 'c', solution: 's' }
  await addCase({ db: base.db, now: new Date() }, solved)
})
afterAll(() => base.close())

async function list(question: Partial<DocumentsQuestion> = {}) {
  const { items } = await listDocuments(base, { limit: 50, audience: 'N4', ...question })
  return items.map(({ path, state }) => `${path.replace(/:.*/, '')} ${state}`)
}

it('lists documents, cases and files that are none, with their state', async () => {
  expect(await list()).toEqual([
    'a.md ready',
    'b.md ready',
    'c.md outdated',
    'case ready',
    'd.md ready',
    'e.md stale',
    'f_%.pdf failed',
  ])
  const { items } = await listDocuments(base, { limit: 50, audience: 'N4' })
  expect(items[0]).toMatchObject({ title: 'Accès VPN', system: 'Pare-feu', format: 'markdown', passages: 1 })
  expect(items[0]?.size).toBeGreaterThan(50)
  expect(items.at(-1)).toMatchObject({
    title: 'f_%.pdf',
    passages: 0,
    problem: { reason: 'document.damaged' },
  })
  expect(items.at(-1)).not.toHaveProperty('id')
})

it('shows a reader what that reader may see', async () => {
  expect(await list({ audience: 'N0' })).toEqual(['a.md ready', 'c.md outdated', 'case ready', 'e.md stale'])
  expect(await list({ audience: 'N1' })).toEqual([
    'a.md ready',
    'b.md ready',
    'c.md outdated',
    'case ready',
    'e.md stale',
  ])
  expect(await list({ audience: 'N2' })).toContain('f_%.pdf failed')
  expect(await list({ audience: 'N2' })).not.toContain('d.md ready')
  expect(await list({ audience: 'N1', state: 'failed' })).toEqual([])
})

it.each([
  [{ q: 'acces' }, ['a.md ready']],
  [{ q: 'PARE-FEU vpn' }, ['a.md ready']],
  [{ q: '_%' }, ['f_%.pdf failed']],
  [{ q: "'; DROP TABLE knowledge_files; --" }, []],
  [{ client: 'clinique saint-jean' }, ['b.md ready']],
  [{ kind: 'case' as const }, ['case ready']],
  [{ state: 'outdated' as const }, ['c.md outdated']],
])('filters by %j', async (question, expected) => {
  expect(await list(question)).toEqual(expected)
})

it('gives every document once, page by page', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listDocuments(base, { limit: 2, audience: 'N4', cursor })
    seen.push(...page.items.map(({ path }) => path))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
  await expect(listDocuments(base, { limit: 2, audience: 'N4', cursor: '' })).resolves.toBeDefined()
  await expect(listDocuments(base, { limit: 2, audience: 'N4', cursor: '!!!!' })).rejects.toMatchObject({
    code: 'VALIDATION',
  })
})
