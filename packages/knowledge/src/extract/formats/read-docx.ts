import mammoth from 'mammoth'
import { DocumentProblem } from '../../ingest/document-problem.ts'
import type { Extracted } from '../read-job.ts'
import { readZip, type ZipEntry } from '../zip/read-zip.ts'
import { writeZip } from '../zip/write-zip.ts'
import { htmlToMarkdown } from './read-html.ts'

/** XML of one document, unpacked: a thousand pages are about 15 MB. */
const maxXmlBytes = 40_000_000

/**
 * Markdown of a Word document. Only its XML parts are unpacked, within bounds, and nothing outside it is read.
 * @throws DocumentProblem when it is broken, encrypted or too large unpacked
 */
export async function readDocx(bytes: Uint8Array): Promise<Extracted> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts = readZip(zip, { isWanted: (name) => /\.(?:xml|rels)$/i.test(name), maxBytes: maxXmlBytes })
  const read = htmlToMarkdown(await htmlOf(parts))
  const properties = parts.find(({ name }) => name === 'docProps/core.xml')?.bytes.toString() ?? ''
  const title = property(properties, 'dc:title') ?? read.title
  const updated = dateOf(property(properties, 'dcterms:modified'))
  return { ...read, ...(title && { title }), ...(updated && { updated }) }
}

async function htmlOf(parts: readonly ZipEntry[]): Promise<string> {
  try {
    const options = {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    }
    return (await mammoth.convertToHtml({ buffer: writeZip(parts) }, options)).value
  } catch (cause) {
    if (cause instanceof RangeError) throw new DocumentProblem('document.too_complex', {}, cause)
    throw new DocumentProblem('document.damaged', { format: 'docx' }, cause)
  }
}

function property(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1]
  const plain = text
    ?.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => entities[entity] ?? '')
    .trim()
  return plain === '' ? undefined : plain
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function dateOf(text: string | undefined): string | undefined {
  const day = text?.slice(0, 10)
  return day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined
}
