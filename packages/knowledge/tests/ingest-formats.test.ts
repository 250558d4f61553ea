import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createKnowledgeSearch, readDocument } from '../src/index.ts'
import { docxFile, pdfOfPages } from './files.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.knowledgeFile.deleteMany()
  await base.db.knowledgeDocument.deleteMany()
  await rm(base.dir, { recursive: true, force: true })
})

const at = (file: string) => base.db.knowledgeDocument.findUniqueOrThrow({ where: { path: file } })
const textOf = async (file: string) =>
  (await readDocument({ db: base.db, audience: 'N4' }, (await at(file)).id)).chunks

describe('formats', () => {
  it('finds a PDF by what stands on one of its pages, with its number', async () => {
    await base.write(
      'procedures/onduleur.pdf',
      await pdfOfPages(['Présentation', 'Remplacer la batterie APC-9000']),
    )
    expect(await base.ingest()).toMatchObject({ added: 1, failed: [] })
    const search = createKnowledgeSearch({ db: base.db })
    const { passages } = await search({ query: 'APC-9000', limit: 3, audience: 'N1' })
    expect(passages[0]).toMatchObject({ path: 'procedures/onduleur.pdf', headingPath: ['page 2'] })
    expect((await search({ query: 'APC-9000', limit: 3 })).passages).toEqual([])
  })

  it('takes what a sidecar says, else what the document, its folder and its name say', async () => {
    const word = await docxFile({
      title: 'Parc de la clinique',
      heading: 'Baie',
      paragraphs: ['Un commutateur.'],
    })
    await base.write('clients/parc.docx', word)
    await base.write('clients/saint-jean.html', '<title>Fiche</title><p>Un site.</p>')
    await base.write(
      'clients/saint-jean.html.yaml',
      'title: Clinique Saint-Jean\nclient: Clinique Saint-Jean\nsystem: Réseau\naudience: N2\nupdated: 2026-03-01\nvalidUntil: 2026-12-31\n',
    )
    await base.write('faq/acces-vpn_distant.txt', Buffer.from('Appeler l\x92accueil <b>.', 'latin1'))
    expect(await base.ingest()).toMatchObject({ added: 3, failed: [] })
    expect(await at('clients/parc.docx')).toMatchObject({
      title: 'Parc de la clinique',
      kind: 'client',
      audience: 'N1',
    })
    expect(await at('faq/acces-vpn_distant.txt')).toMatchObject({
      title: 'Acces vpn distant',
      kind: 'faq',
      audience: 'N1',
    })
    expect(await at('clients/saint-jean.html')).toMatchObject({
      title: 'Clinique Saint-Jean',
      clientName: 'Clinique Saint-Jean',
      system: 'Réseau',
      audience: 'N2',
      kind: 'client',
      updatedAt: new Date('2026-03-01'),
      validUntil: new Date('2026-12-31'),
    })
    expect((await textOf('faq/acces-vpn_distant.txt'))[0]?.content).toBe('Appeler l’accueil \\<b>.')
  })

  it('follows a change of the sidecar alone', async () => {
    await base.write('a.txt', 'texte')
    await base.ingest()
    await base.write('a.txt.yaml', 'audience: N3\n')
    expect(await base.ingest()).toMatchObject({ updated: 1, unchanged: 0 })
    expect((await at('a.txt')).audience).toBe('N3')
    await base.write('a.txt.yaml', 'audience: N9\ncolour: red\n')
    await base.write('gone.pdf.yaml', 'title: Rien\n')
    const { failed } = await base.ingest()
    expect(failed).toMatchObject([
      {
        path: 'a.txt',
        reason: 'document.sidecar',
        problem: expect.stringMatching(/a\.txt\.yaml: audience: .*colour/),
      },
      { path: 'gone.pdf.yaml', reason: 'document.sidecar_alone' },
    ])
    expect((await at('a.txt')).audience).toBe('N3')
  })

  it('tells the last day of a document with its passages', async () => {
    await base.write(
      'a.md',
      documentText('Certificat', 'Renouveler le certificat.', 'system: VPN\nvalidUntil: 2026-06-30\n'),
    )
    await base.ingest()
    const { passages } = await createKnowledgeSearch({ db: base.db })({ query: 'certificat', limit: 1 })
    expect(passages[0]).toMatchObject({ validUntil: '2026-06-30' })
    expect(await readDocument(base, (await at('a.md')).id)).toMatchObject({ validUntil: '2026-06-30' })
    expect((await at('a.md')).system).toBe('VPN')
    await base.write('a.md', documentText('Certificat', 'Renouveler le certificat.'))
    await base.ingest()
    expect(await at('a.md')).toMatchObject({ validUntil: null, system: null })
  })
})

describe('errors', () => {
  it('keeps the last good version of a file that broke, and says so until it is mended', async () => {
    const good = await pdfOfPages(['Ouvrir la vanne.'])
    await base.write('a.pdf', good)
    await base.ingest()
    const { id } = await at('a.pdf')
    await base.write('a.pdf', good.subarray(0, 300))
    expect(await base.ingest()).toMatchObject({
      removed: 0,
      failed: [{ path: 'a.pdf', reason: 'document.damaged' }],
    })
    const document = await readDocument({ db: base.db, audience: 'N1' }, id)
    expect(document.chunks).toMatchObject([{ content: 'Ouvrir la vanne.' }])
    expect(document.problem).toEqual({
      reason: 'document.damaged',
      text: {
        fr: 'Le fichier pdf est endommagé ou incomplet.',
        en: 'The pdf file is damaged or incomplete.',
      },
    })
    await base.write('a.pdf', good)
    expect(await base.ingest()).toMatchObject({ failed: [] })
    expect(await readDocument({ db: base.db, audience: 'N1' }, id)).not.toHaveProperty('problem')
  })

  it('removes nothing when the whole folder is empty at once', async () => {
    for (let number = 0; number < 8; number++)
      await base.write(`${number}.md`, documentText(`T${number}`, 'texte'))
    await base.ingest()
    await rm(base.dir, { recursive: true })
    await base.write('.hidden', '')
    await expect(base.ingest()).rejects.toMatchObject({ code: 'CONFLICT', reason: 'knowledge.folder_empty' })
    expect(await base.db.knowledgeDocument.count()).toBe(8)
  })
})

describe('renaming', () => {
  it('keeps the identity of a file that moved, whatever folder it moved to', async () => {
    await base.write('procedures/a.txt', 'Brancher le câble.')
    await base.write('procedures/b.md', documentText('B', 'Autre.'))
    await base.ingest()
    const before = await at('procedures/a.txt')
    await base.write('faq/x', '')
    await rm(path.join(base.dir, 'faq/x'))
    await rename(path.join(base.dir, 'procedures/a.txt'), path.join(base.dir, 'faq/cable.txt'))
    await rename(path.join(base.dir, 'procedures/b.md'), path.join(base.dir, 'procedures/c.md'))
    const report = await base.ingest()
    expect(report).toMatchObject({ added: 0, updated: 0, moved: 2, removed: 0 })
    expect(await at('faq/cable.txt')).toMatchObject({ id: before.id, kind: 'faq', title: 'Cable' })
    expect(await base.ingest()).toMatchObject({ moved: 0, unchanged: 2, removed: 0 })
  })

  it('tells a copy from a file that moved', async () => {
    await base.write('a.txt', 'Brancher le câble.')
    await base.ingest()
    await writeFile(path.join(base.dir, 'b.txt'), 'Brancher le câble.')
    expect(await base.ingest()).toMatchObject({ added: 1, moved: 0, unchanged: 1 })
  })
})

it('reads 500 files once', async () => {
  for (let number = 0; number < 500; number++) {
    const text = `Étape ${number} : contrôler le port ${number} du switch SW-${number}.`
    await base.write(`procedures/${number}.md`, documentText(`Procédure ${number}`, text))
  }
  const startedAt = performance.now()
  const first = await base.ingest()
  const firstMs = Math.round(performance.now() - startedAt)
  const rows = () => base.db.$queryRaw<unknown[]>`
    SELECT c.id::text, c.xmin::text AS chunk, d.xmin::text AS document, f.xmin::text AS file FROM knowledge_chunks c
    JOIN knowledge_documents d ON d.id = document_id JOIN knowledge_files f ON f.path = d.path ORDER BY c.id`
  const before = await rows()
  const againAt = performance.now()
  const second = await base.ingest()
  console.log(
    '500 files: first',
    firstMs,
    'ms',
    first,
    'second',
    Math.round(performance.now() - againAt),
    'ms',
    second,
  )
  expect(first).toMatchObject({ added: 500, failed: [] })
  expect(second).toMatchObject({ added: 0, updated: 0, unchanged: 500, failed: [] })
  expect(before).toHaveLength(500)
  expect(await rows()).toEqual(before)
}, 120_000)
