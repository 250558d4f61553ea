import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSource } from '../src/ingest/open-source.ts'
import { type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
let outside: string
beforeAll(async () => {
  base = await openKnowledgeBase()
  outside = await mkdtemp(path.join(os.tmpdir(), 'hub-outside-'))
  await writeFile(path.join(outside, 'secret.yaml'), 'api_key: zircon-4711\n')
  await writeFile(path.join(outside, 'secret.txt'), 'zircon-4711')
})
afterAll(async () => {
  await base.close()
  await rm(outside, { recursive: true, force: true })
})

const at = (name: string) => path.join(base.dir, name)
const pipe = (name: string) => promisify(execFile)('mkfifo', [at(name)])
const reasonOf = (file: { path: string; sidecar?: string }) =>
  openSource(base.dir, file).then(
    () => 'read',
    (error: { reason?: string }) => error.reason ?? error,
  )

it.each<[string, (name: string) => Promise<unknown>]>([
  ['a pipe', pipe],
  ['a link out of the folder', (name) => symlink(path.join(outside, 'secret.yaml'), at(name))],
  ['a link to a device without end', (name) => symlink('/dev/zero', at(name))],
  ['a folder', (name) => mkdir(at(name))],
])('refuses a sheet that is %s, and keeps the document closed', async (_, make) => {
  await base.write('salaires.txt', 'Grille des salaires.')
  await base.write('salaires.txt.yaml', 'audience: N3\n')
  await base.ingest()
  await rm(at('salaires.txt.yaml'))
  await make('salaires.txt.yaml')
  const { failed } = await base.ingest()
  await rm(at('salaires.txt.yaml'), { recursive: true })
  expect(failed).toMatchObject([
    { path: 'salaires.txt', reason: 'document.not_a_file', params: { sheet: 'salaires.txt.yaml' } },
  ])
  expect(JSON.stringify(failed)).not.toMatch(/api_key|zircon/)
  expect(await base.db.knowledgeDocument.findUnique({ where: { path: 'salaires.txt' } })).toMatchObject({
    audience: 'N3',
  })
})

it('reads nothing else than a regular file in its place, after it was listed', async () => {
  await base.write('note.txt', 'Une note.')
  await pipe('tube.txt')
  await symlink(path.join(outside, 'secret.txt'), at('lien.txt'))
  await symlink('/dev/zero', at('zero.txt'))
  expect(await reasonOf({ path: 'note.txt' })).toBe('read')
  for (const name of ['tube.txt', 'lien.txt', 'zero.txt']) {
    expect(await reasonOf({ path: name }), name).toBe('document.not_a_file')
    expect(await reasonOf({ path: 'note.txt', sidecar: name }), name).toBe('document.not_a_file')
    await rm(at(name))
  }
})

it('stays below the folder when one on the way has become a link', async () => {
  await base.write('equipe/secret.txt', 'Une note.')
  expect(await reasonOf({ path: 'equipe/secret.txt' })).toBe('read')
  await rename(at('equipe'), at('equipe-avant'))
  await symlink(outside, at('equipe'))
  expect(await reasonOf({ path: 'equipe/secret.txt' })).toBe('document.not_a_file')
  expect(await reasonOf({ path: 'equipe-avant/secret.txt' })).toBe('read')
})

it('reads a folder that is itself reached by a link', async () => {
  await base.write('note.txt', 'Une note.')
  const link = path.join(outside, 'documents')
  await symlink(base.dir, link)
  expect((await openSource(link, { path: 'note.txt' })).size).toBe(9)
})

it('reads a sheet up to its limit and no further', async () => {
  await base.write('long.txt', 'Un texte.')
  await base.write('long.txt.yaml', `title: Long\n#${'x'.repeat(19_986)}\n`)
  expect(await reasonOf({ path: 'long.txt', sidecar: 'long.txt.yaml' })).toBe('read')
  await base.write('long.txt.yaml', `title: Long\n#${'x'.repeat(19_990)}\n`)
  expect(await reasonOf({ path: 'long.txt', sidecar: 'long.txt.yaml' })).toBe('document.too_large')
})
