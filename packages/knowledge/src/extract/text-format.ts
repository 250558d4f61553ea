import path from 'node:path'
import { DocumentProblem } from '../ingest/document-problem.ts'

export const textFormats = ['markdown', 'text', 'csv', 'log', 'html', 'docx', 'pdf'] as const
export type TextFormat = (typeof textFormats)[number]

const byExtension: Record<string, TextFormat> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.log': 'log',
  '.html': 'html',
  '.htm': 'html',
}
const byMediaType: Record<string, TextFormat> = {
  'text/markdown': 'markdown',
  'text/csv': 'csv',
  'text/html': 'html',
}

/** The format that a file name announces; undefined when it announces none that is read. */
export function formatOfName(name: string): TextFormat | undefined {
  const extension = path.posix.extname(name).toLowerCase()
  if (extension === '.txt') return 'text'
  if (extension === '.docx' || extension === '.pdf') return extension === '.pdf' ? 'pdf' : 'docx'
  return byExtension[extension]
}

/**
 * How to read a file. What its bytes say wins over its name, and its name over the type it was sent with; what is
 * neither a known container nor named is taken for plain text, which decoding then checks.
 * @throws DocumentProblem `document.encrypted`, `document.damaged` or `document.unknown_format`
 */
export function findFormat(file: {
  bytes: Uint8Array
  name: string
  mediaType?: string | undefined
}): TextFormat {
  const { bytes, name } = file
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const named = formatOfName(name)
  if (head.includes('%PDF-')) return 'pdf'
  if (startsWith(head, zipMagic)) return zipFormat(file)
  if (startsWith(head, compoundMagic)) throw compoundProblem(file)
  if (named === 'pdf' || named === 'docx') throw new DocumentProblem('document.damaged', { format: named })
  return named ?? byMediaType[mediaTypeOf(file.mediaType)] ?? 'text'
}

const zipMagic = [0x50, 0x4b, 0x03, 0x04]
/** Old Word files, and encrypted new ones, are compound files. */
const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (head: Buffer, magic: readonly number[]) =>
  magic.every((byte, index) => head[index] === byte)

const mediaTypeOf = (text = '') => text.split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** The names in a zip file stand in it as they are, also when what they name is packed. */
function zipFormat({ bytes, name }: { bytes: Uint8Array; name: string }): TextFormat {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (all.includes('word/document')) return 'docx'
  if (formatOfName(name) === 'docx') throw new DocumentProblem('document.damaged', { format: 'docx' })
  throw new DocumentProblem('document.unknown_format', { name })
}

function compoundProblem({ bytes, name }: { bytes: Uint8Array; name: string }): DocumentProblem {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (all.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new DocumentProblem('document.encrypted')
  return new DocumentProblem('document.unknown_format', { name })
}
