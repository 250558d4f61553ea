import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import PDFDocument from 'pdfkit'

type Pdf = InstanceType<typeof PDFDocument>

/** A real PDF of what is drawn on it. */
export function pdfFile(
  draw: (pdf: Pdf) => void,
  options: ConstructorParameters<typeof PDFDocument>[0] = {},
) {
  return new Promise<Buffer>((resolve, reject) => {
    const pdf = new PDFDocument(options)
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    draw(pdf)
    pdf.end()
  })
}

/** A PDF with one page per text. */
export function pdfOfPages(pages: readonly string[], options = {}): Promise<Buffer> {
  return pdfFile((pdf) => {
    for (const [index, text] of pages.entries()) (index === 0 ? pdf : pdf.addPage()).text(text)
  }, options)
}

/** A real Word document: a heading, paragraphs and, where given, a table. */
export function docxFile(content: {
  title?: string
  heading?: string
  paragraphs: string[]
  table?: string[][]
}) {
  const { title, heading, paragraphs, table } = content
  const children = [
    ...(heading ? [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 })] : []),
    ...paragraphs.map((text) => new Paragraph(text)),
    ...(table ? [tableOf(table)] : []),
  ]
  return Packer.toBuffer(new Document({ ...(title && { title }), sections: [{ children }] }))
}

function tableOf(rows: string[][]): Table {
  const row = (cells: string[], index: number) =>
    new TableRow({
      tableHeader: index === 0,
      children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
    })
  return new Table({ rows: rows.map(row) })
}

/** A zip file of packed entries; `size` is what it claims of an entry, not what is true. */
export function zipFile(entries: { name: string; packed: Buffer; size: number }[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, size } of entries) {
    const fields = Buffer.alloc(12)
    fields.writeUInt32LE(packed.length, 4)
    fields.writeUInt32LE(size, 8)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(name.length, 0)
    const start = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    const local = Buffer.concat([start, fields, lengths, Buffer.from(name)])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const head = Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    directory.push(head, fields, lengths, place, Buffer.from(name))
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}
