import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())

const audienceOf = async (file: string) =>
  (await base.db.knowledgeDocument.findUnique({ where: { path: file } }))?.audience

it('does not read a Markdown file without the sheet beside it', async () => {
  await base.write('coffre.md', documentText('Coffre', 'Le code est ailleurs.'))
  await base.write('coffre.md.yaml', 'audience: N4\n')
  const { failed } = await base.ingest()
  expect(failed).toMatchObject([{ path: 'coffre.md', reason: 'document.sidecar_markdown' }])
  expect(failed[0]?.params).toEqual({ file: 'coffre.md.yaml' })
  expect(await audienceOf('coffre.md')).toBeUndefined()
  await rm(path.join(base.dir, 'coffre.md.yaml'))
  expect(await base.ingest()).toMatchObject({ added: 1, failed: [] })
})

it('does not choose between two sheets', async () => {
  await base.write('vip.txt', 'Lignes directes.')
  await base.write('vip.txt.yaml', 'audience: N4\n')
  await base.ingest()
  await base.write('vip.txt.yml', 'audience: N1\n')
  const { failed } = await base.ingest()
  expect(failed).toMatchObject([{ path: 'vip.txt', reason: 'document.sidecar_twice' }])
  expect(await audienceOf('vip.txt')).toBe('N4')
  await rm(path.join(base.dir, 'vip.txt.yml'))
  expect(await base.ingest()).toMatchObject({ failed: [] })
})

it('keeps a document closed when its sheet is lost, until one opens it', async () => {
  await base.write('paie.txt', 'Accès au logiciel de paie.')
  await base.write('paie.txt.yaml', 'audience: N3\n')
  await base.ingest()
  await rm(path.join(base.dir, 'paie.txt.yaml'))
  for (const _ of ['once', 'again']) {
    const { failed } = await base.ingest()
    expect(failed).toMatchObject([
      {
        path: 'paie.txt',
        reason: 'document.sidecar_gone',
        params: { file: 'paie.txt.yaml', audience: 'N3' },
      },
    ])
    expect(await audienceOf('paie.txt')).toBe('N3')
  }
  await base.write('paie.txt.yaml', 'audience: N1\n')
  expect(await base.ingest()).toMatchObject({ updated: 1, failed: [] })
  expect(await audienceOf('paie.txt')).toBe('N1')
})

it.each([
  ['is empty', ''],
  ['lost its audience', 'title: Primes\n'],
])('keeps a document closed when its sheet %s', async (_, sheet) => {
  await base.write('primes.txt', 'Calcul des primes.')
  await base.write('primes.txt.yaml', 'title: Primes\naudience: N3\n')
  await base.ingest()
  await base.write('primes.txt.yaml', sheet)
  for (const _again of ['once', 'again'])
    expect((await base.ingest()).failed).toMatchObject([
      {
        path: 'primes.txt',
        reason: 'document.audience_unsaid',
        params: { file: 'primes.txt.yaml', audience: 'N3' },
      },
    ])
  expect(await audienceOf('primes.txt')).toBe('N3')
  await base.write('primes.txt.yaml', 'audience: N1\n')
  expect(await base.ingest()).toMatchObject({ failed: [] })
  expect(await audienceOf('primes.txt')).toBe('N1')
})

const move = (from: string, to: string) => rename(path.join(base.dir, from), path.join(base.dir, to))
const idOf = async (file: string) =>
  (await base.db.knowledgeDocument.findUnique({ where: { path: file } }))?.id

it('moves a closed document that was renamed without its sheet, and keeps it closed', async () => {
  await base.write('conges.txt', 'Soldes de congés.')
  await base.write('conges.txt.yaml', 'audience: N3\n')
  await base.ingest()
  const id = await idOf('conges.txt')
  await move('conges.txt', 'conges-2026.txt')
  const { failed } = await base.ingest()
  expect(failed).toMatchObject([
    { path: 'conges-2026.txt', reason: 'document.sidecar_gone', params: { audience: 'N3' } },
    { path: 'conges.txt.yaml', reason: 'document.sidecar_alone' },
  ])
  expect(await idOf('conges-2026.txt')).toBe(id)
  expect(await audienceOf('conges-2026.txt')).toBe('N3')
  expect(await idOf('conges.txt')).toBeUndefined()
  await move('conges.txt.yaml', 'conges-2026.txt.yaml')
  expect(await base.ingest()).toMatchObject({ failed: [] })
  expect(await idOf('conges-2026.txt')).toBe(id)
})

it('knows such a document again that was read before bytes were noted, or was not readable since', async () => {
  await base.write('astreintes.txt', 'Ordre des astreintes.')
  await base.write('astreintes.txt.yaml', 'audience: N3\n')
  await base.ingest()
  const id = await idOf('astreintes.txt')
  await base.db.knowledgeFile.update({ where: { path: 'astreintes.txt' }, data: { bytesHash: null } })
  await base.ingest()
  await base.write('astreintes.txt.yml', 'audience: N1\n')
  expect((await base.ingest()).failed).toMatchObject([{ reason: 'document.sidecar_twice' }])
  for (const end of ['yaml', 'yml']) await rm(path.join(base.dir, `astreintes.txt.${end}`))
  await move('astreintes.txt', 'astreintes-2026.txt')
  expect((await base.ingest()).failed).toMatchObject([{ reason: 'document.sidecar_gone' }])
  expect(await idOf('astreintes-2026.txt')).toBe(id)
  expect(await audienceOf('astreintes-2026.txt')).toBe('N3')
})
