import { chmod } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
const nobody = 65_534
beforeAll(async () => {
  base = await openKnowledgeBase()
  await chmod(base.dir, 0o755)
})
afterEach(async () => {
  if (process.getuid?.() === 0) process.seteuid?.(0)
  await chmod(path.join(base.dir, 'paie'), 0o755)
})
afterAll(() => base.close())

it('reads what is beside a folder that cannot be read, and keeps what it knows of that', async () => {
  await base.write('paie/primes.md', documentText('Primes', 'Le calcul des primes.'))
  await base.write('paie/2025/bilan.md', documentText('Bilan', 'Le bilan.'))
  await base.write('paies.md', documentText('Paies', 'Les paies.'))
  expect(await base.ingest()).toMatchObject({ added: 3, failed: [] })
  await base.write('wifi.md', documentText('Wifi', 'Le nom du réseau.'))
  await base.write('paies.md', documentText('Paies', 'Les paies du mois.'))
  await chmod(path.join(base.dir, 'paie'), 0)
  if (process.getuid?.() === 0) process.seteuid?.(nobody)
  expect(await base.ingest()).toMatchObject({
    added: 1,
    updated: 1,
    removed: 0,
    failed: [{ path: 'paie', reason: 'document.folder_unreadable', params: { code: 'EACCES' } }],
  })
  expect(await base.db.knowledgeDocument.count()).toBe(4)
  if (process.getuid?.() === 0) process.seteuid?.(0)
  await chmod(path.join(base.dir, 'paie'), 0o755)
  expect(await base.ingest()).toMatchObject({ removed: 0, unchanged: 4, failed: [] })
  expect(await base.db.knowledgeFile.count({ where: { path: 'paie' } })).toBe(0)
})
