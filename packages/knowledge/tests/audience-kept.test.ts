import { rm } from 'node:fs/promises'
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
