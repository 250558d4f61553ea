import { deflateRawSync, deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { extractText } from '../src/index.ts'
import { docxFile, pdfOfPages, zipFile } from './files.ts'

const read = (name: string, bytes: Uint8Array, timeoutMs = 20_000) =>
  extractText({ name, bytes }, { timeoutMs })
const reasonOf = (name: string, bytes: Uint8Array, timeoutMs?: number) =>
  read(name, bytes, timeoutMs).then(
    ({ text }) => text,
    (error: { reason?: string }) => error.reason ?? error,
  )
const packed = (name: string, text: Buffer | string, size?: number) => {
  const bytes = Buffer.from(text)
  return { name, packed: deflateRawSync(bytes), size: size ?? bytes.length }
}

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const docxOf = (body: string, before = '') => {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const document = `${before}<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`
  return zipFile([
    packed('[Content_Types].xml', contentTypes),
    packed('_rels/.rels', relations),
    packed('word/document.xml', document),
  ])
}
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A PDF whose page is 500 MB of drawing, packed twice. */
function pdfBomb(): Buffer {
  const page = deflateSync(deflateSync(Buffer.alloc(500_000_000, '1 0 0 1 0 0 cm\n')))
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>'),
    Buffer.concat([
      Buffer.from(`<</Length ${page.length}/Filter[/FlateDecode/FlateDecode]>>\nstream\n`),
      page,
      Buffer.from('\nendstream'),
    ]),
  ]
  const numbered = objects.map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
  )
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...numbered,
    Buffer.from('trailer<</Size 5/Root 1 0 R>>\n%%EOF'),
  ])
}

it('reads a document made by hand, so that what follows is refused for what it is', async () => {
  expect(await reasonOf('a.docx', docxOf(paragraph('bonjour')))).toBe('bonjour')
})

it.each([
  [
    'lies about its unpacked size',
    () => zipFile([packed('word/document.xml', Buffer.alloc(200_000_000, 'a'), 1000)]),
  ],
  ['has a million paragraphs', () => docxOf(paragraph('x').repeat(1_000_000))],
  [
    'is nested 30 000 deep',
    () => docxOf(`${'<w:sdt><w:sdtContent>'.repeat(30_000)}${'</w:sdtContent></w:sdt>'.repeat(30_000)}`),
  ],
])('refuses a Word document that %s', async (_, file) => {
  expect(await reasonOf('a.docx', file())).toBe('document.too_complex')
})

it('does not read other files for a Word document', async () => {
  const entity = '<!DOCTYPE l [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
  expect(await reasonOf('a.docx', docxOf(paragraph('&c;'), entity))).toBe('document.damaged')
})

it('refuses a PDF that unpacks without end', async () => {
  expect(await reasonOf('a.pdf', pdfBomb())).toBe('document.too_complex')
})

it('gives up a file that takes too long, and reads the next one', async () => {
  expect(await reasonOf('a.md', Buffer.from('>'.repeat(100_000)), 1_500)).toBe('document.timeout')
  expect(await reasonOf('a.txt', Buffer.from('suivant'))).toBe('suivant')
})

it('survives files that are cut or altered anywhere', async () => {
  const files = [
    { name: 'a.docx', bytes: await docxFile({ paragraphs: ['bonjour '.repeat(50)] }) },
    { name: 'a.pdf', bytes: await pdfOfPages(['bonjour '.repeat(50)]) },
  ]
  let random = 7
  for (const { name, bytes } of files) {
    for (let round = 0; round < 40; round++) {
      const altered = Buffer.from(round % 2 === 0 ? bytes.subarray(0, (bytes.length * round) / 40) : bytes)
      for (let index = 0; round % 2 === 1 && index < 30; index++) {
        random = (random * 16807) % 2147483647
        altered[random % altered.length] = random % 256
      }
      expect(await reasonOf(name, altered)).toEqual(expect.any(String))
    }
  }
})
