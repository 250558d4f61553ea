import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createLogger, systemClock } from '@hub/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ingestDocuments, readDocument } from '../src/index.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.knowledgeDocument.deleteMany()
  await rm(base.dir, { recursive: true, force: true })
  await base.write('procedures/vpn.md', documentText('VPN', 'Ouvrir FortiClient puis valider.'))
  await base.write('faq/wifi.md', documentText('Wi-Fi', 'Demander un code au comptoir.'))
})

describe('ingestDocuments', () => {
  it('adds each document once, and leaves it alone while its text stays', async () => {
    const none = { added: 0, updated: 0, moved: 0, removed: 0, unchanged: 0, failed: [] }
    expect(await base.ingest()).toEqual({ ...none, added: 2 })
    const before = await base.db.knowledgeChunk.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    expect(await base.ingest()).toEqual({ ...none, unchanged: 2 })
    expect(await base.db.knowledgeChunk.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).toEqual(
      before,
    )
  })

  it('follows a change and a deletion', async () => {
    await base.ingest()
    await base.write('procedures/vpn.md', documentText('VPN', 'Appeler le support.'))
    await rm(path.join(base.dir, 'faq/wifi.md'))
    expect(await base.ingest()).toMatchObject({ added: 0, updated: 1, removed: 1, unchanged: 0 })
    const chunks = await base.db.knowledgeChunk.findMany({ select: { content: true } })
    expect(chunks).toEqual([{ content: 'Appeler le support.' }])
  })

  it('keeps documents of other sources', async () => {
    await base.db.knowledgeDocument.create({
      data: { path: 'glpi:ticket/12', kind: 'case', title: 'T', contentHash: 'h', updatedAt: new Date(0) },
    })
    expect((await base.ingest()).removed).toBe(0)
    expect(await base.db.knowledgeDocument.count()).toBe(3)
  })

  it('gives each document once when two runs meet', async () => {
    const [first, second] = await Promise.all([base.ingest(), base.ingest()])
    expect(first.added + second.added).toBe(2)
    expect(first.unchanged + second.unchanged).toBe(2)
    expect(await base.db.knowledgeDocument.count()).toBe(2)
    expect(await base.db.knowledgeChunk.count()).toBe(2)
  })

  it('names each file that is no document and reads the others', async () => {
    await base.write('a-none.md', 'Pas de bloc')
    await base.write('b-yaml.md', '---\ntitle: "x\n---\ntexte')
    await base.write('c-fields.md', '---\ntitle: X\nkind: autre\nupdated: 2026-13-01\ncolor: red\n---\ntexte')
    await base.write('d-empty.md', documentText('Vide', ''))
    await base.write('e-image.png', 'x')
    await writeFile(path.join(base.dir, 'f-bytes.md'), Buffer.from([0x2d, 0xff, 0xfe]))
    await base.write('README.md', 'pour les personnes')
    const { added, failed } = await base.ingest()
    expect(added).toBe(2)
    const problems = Object.fromEntries(failed.map(({ path: file, problem }) => [file, problem]))
    expect(Object.keys(problems)).toEqual([
      'a-none.md',
      'b-yaml.md',
      'c-fields.md',
      'd-empty.md',
      'e-image.png',
      'f-bytes.md',
    ])
    expect(problems['a-none.md']).toContain('no front matter')
    expect(problems['b-yaml.md']).toContain('not YAML')
    expect(problems['c-fields.md']).toMatch(/kind: .*updated: .*color/)
    expect(problems['f-bytes.md']).toContain('UTF-8')
  })

  it('keeps the last good version of a document that broke', async () => {
    await base.ingest()
    await base.write('procedures/vpn.md', 'cassé')
    expect(await base.ingest()).toMatchObject({
      removed: 0,
      unchanged: 1,
      failed: [{ path: 'procedures/vpn.md' }],
    })
    expect(await base.db.knowledgeDocument.count()).toBe(2)
  })

  it('refuses a folder that is not there and removes nothing', async () => {
    await base.ingest()
    const ctx = { db: base.db, log: createLogger({ name: 'test', level: 'silent' }), clock: systemClock }
    await expect(ingestDocuments(ctx, path.join(base.dir, 'absent'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      reason: 'knowledge.folder',
    })
    expect(await base.db.knowledgeDocument.count()).toBe(2)
  })

  it('leaves no half document when writing it fails', async () => {
    const ctx = { db: base.db, log: createLogger({ name: 'test', level: 'silent' }), clock: systemClock }
    await base.db.$executeRaw`ALTER TABLE knowledge_scopes ADD CONSTRAINT full_up CHECK (chunks < 1)`
    await expect(ingestDocuments(ctx, base.dir)).rejects.toThrow('full_up')
    await base.db.$executeRaw`ALTER TABLE knowledge_scopes DROP CONSTRAINT full_up`
    expect(await base.db.knowledgeDocument.count()).toBe(0)
    expect(await base.db.knowledgeChunk.count()).toBe(0)
  })
})

describe('readDocument', () => {
  it('gives the passages in order', async () => {
    const part = (name: string) => `## ${name}\n\n${`Texte de ${name}. `.repeat(60)}`
    await base.write('long.md', documentText('Long', `${part('Un')}\n\n${part('Deux')}`))
    await base.ingest()
    const { id } = await base.db.knowledgeDocument.findUniqueOrThrow({ where: { path: 'long.md' } })
    const document = await readDocument(base, id)
    expect(document).toMatchObject({
      title: 'Long',
      kind: 'procedure',
      updatedAt: '2026-05-01T00:00:00.000Z',
    })
    expect(document.chunks.map(({ headingPath }) => headingPath)).toEqual([['Un'], ['Deux']])
  })

  it('does not know a document that the reader may not read, nor a strange id', async () => {
    await base.write('secret.md', documentText('Interne', 'Réservé.', 'audience: N3\n'))
    await base.ingest()
    const { id } = await base.db.knowledgeDocument.findUniqueOrThrow({ where: { path: 'secret.md' } })
    expect((await readDocument({ db: base.db, audience: 'N3' }, id)).title).toBe('Interne')
    const missing = { code: 'NOT_FOUND', reason: 'knowledge.document' }
    await expect(readDocument({ db: base.db, audience: 'N2' }, id)).rejects.toMatchObject(missing)
    await expect(readDocument(base, id)).rejects.toMatchObject(missing)
    await expect(readDocument(base, "1' OR 1=1")).rejects.toMatchObject(missing)
  })
})
