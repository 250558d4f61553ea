import { afterAll, beforeAll, expect, it } from 'vitest'
import { pdfOfPages } from './files.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())

const at = (path: string) => base.db.knowledgeDocument.findUniqueOrThrow({ where: { path } })

it('takes in a PDF whose own date and title are impossible', async () => {
  const info = { Title: 'Vanne\0 du toit', ModDate: new Date('2026-01-02') }
  const pdf = await pdfOfPages(['Ouvrir la vanne.'], { info })
  const dated = Buffer.from(pdf.toString('latin1').replaceAll('D:20260102', 'D:00000000'), 'latin1')
  expect(dated.equals(pdf)).toBe(false)
  for (const name of ['a', 'b', 'c']) await base.write(`${name}.pdf`, dated)
  await base.write('d.md', documentText('Suite', 'Fermer la vanne.'))
  expect(await base.ingest()).toMatchObject({ added: 4, failed: [] })
  expect(await at('a.pdf')).toMatchObject({ title: 'Vanne du toit' })
})

it('names a title or a day that the database cannot hold', async () => {
  await base.write('e.md', '---\ntitle: "a\\0b"\nkind: faq\nupdated: 0000-01-01\n---\ntexte\n')
  const { failed } = await base.ingest()
  expect(failed).toMatchObject([{ path: 'e.md', reason: 'document.front_matter' }])
  expect(failed[0]?.problem).toMatch(/title: .*updated: /)
})

it('refuses a front matter that would hold the process up, and tells little of a wrong one', async () => {
  const fields = Array.from({ length: 1000 }, (_, index) => `field${index}: 1`).join('\n')
  await base.write('e.md', documentText('Longue', 'texte', `${'x: 1\n'.repeat(5000)}`))
  await base.write('f.md', documentText('Fausse', 'texte', `${fields}\n`))
  const { failed } = await base.ingest()
  expect(failed).toMatchObject([
    { path: 'e.md', reason: 'document.front_matter_long' },
    { path: 'f.md', reason: 'document.front_matter' },
  ])
  expect(failed[1]?.problem.length).toBeLessThan(600)
})
