import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createDb } from '@hub/prisma'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DocumentsWatch, watchDocuments } from '../src/index.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
const watches: DocumentsWatch[] = []
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.knowledgeIngestRun.deleteMany()
  await base.db.knowledgeFile.deleteMany()
  await base.db.knowledgeDocument.deleteMany()
  await rm(base.dir, { recursive: true, force: true })
  await base.write('procedures/vpn.md', documentText('VPN', 'Ouvrir FortiClient.'))
})
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.close()
})

async function watchFolder(more = {}): Promise<DocumentsWatch> {
  const watch = await watchDocuments({ ...base, ...more }, base.dir)
  watches.push(watch)
  await watch.settled(20_000)
  return watch
}

const texts = async () =>
  (await base.db.knowledgeChunk.findMany({ select: { content: true }, orderBy: { content: 'asc' } })).map(
    ({ content }) => content,
  )
const becomes = (expected: string[]) =>
  expect.poll(texts, { timeout: 15_000, interval: 100 }).toEqual(expected)
const runs = () => base.db.knowledgeIngestRun.findMany({ orderBy: { startedAt: 'asc' } })

it('reads the folder at its start, then whatever changes in it', async () => {
  await watchFolder()
  expect(await texts()).toEqual(['Ouvrir FortiClient.'])
  await base.write('faq/wifi/code.txt', 'Demander un code.')
  await becomes(['Demander un code.', 'Ouvrir FortiClient.'])
  const draft = path.join(base.dir, 'procedures/.vpn.md.draft')
  await writeFile(draft, documentText('VPN', 'Appeler le support.'))
  await rename(draft, path.join(base.dir, 'procedures/vpn.md'))
  await becomes(['Appeler le support.', 'Demander un code.'])
  await rm(path.join(base.dir, 'faq'), { recursive: true })
  await becomes(['Appeler le support.'])
}, 60_000)

it('waits until a file is written to its end', async () => {
  await watchFolder()
  const file = path.join(base.dir, 'procedures/long.md')
  const whole = documentText('Long', 'Début, milieu et fin.')
  for (let part = 1; part <= 6; part++) {
    await writeFile(file, whole.slice(0, Math.ceil((whole.length * part) / 6)))
    await delay(200)
  }
  await becomes(['Début, milieu et fin.', 'Ouvrir FortiClient.'])
  expect((await runs()).map(({ failed }) => failed)).toEqual([0, 0])
}, 60_000)

it('makes one pass of many changes, and none of what editors leave', async () => {
  await watchFolder()
  for (let number = 0; number < 30; number++) await base.write(`p${number}.txt`, `Texte ${number}.`)
  await expect.poll(async () => (await texts()).length, { timeout: 15_000 }).toBe(31)
  await base.write('~$note.docx', 'x')
  await base.write('.note.md.swp', 'x')
  await delay(1_500)
  expect((await runs()).length).toBeLessThanOrEqual(3)
}, 60_000)

it('does the work once for two replicas', async () => {
  const other = createDb({ url: base.url })
  await watchFolder()
  await watchFolder({ db: other })
  for (let number = 0; number < 5; number++) await base.write(`p${number}.txt`, `Texte ${number}.`)
  await expect.poll(async () => (await texts()).length, { timeout: 15_000 }).toBe(6)
  await delay(2_500)
  const done = await runs()
  expect(done.map(({ state }) => state)).toEqual(done.map(() => 'done'))
  expect(done.reduce((sum, { added }) => sum + added, 0)).toBe(6)
  expect(done.reduce((sum, { updated }) => sum + updated, 0)).toBe(0)
  console.log(
    'two replicas:',
    done.map(({ trigger, added, unchanged }) => ({ trigger, added, unchanged })),
  )
  for (const watch of watches.splice(0)) await watch.close()
  await other.$disconnect()
}, 60_000)

it('does not start on a folder that is not there', async () => {
  await expect(watchDocuments(base, path.join(base.dir, 'absent'))).rejects.toMatchObject({
    code: 'NOT_FOUND',
    reason: 'knowledge.folder',
  })
})

it('closes in the middle of a pass', async () => {
  for (let number = 0; number < 100; number++) await base.write(`p${number}.txt`, `Texte ${number}.`)
  const watch = await watchDocuments(base, base.dir)
  await expect
    .poll(() => base.db.knowledgeDocument.count(), { timeout: 15_000, interval: 5 })
    .toBeGreaterThan(3)
  await watch.close()
  expect(await runs()).toMatchObject([{ state: 'interrupted' }])
}, 60_000)
