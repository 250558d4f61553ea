import { getDocumentProxy } from 'unpdf'
import { DocumentProblem } from '../../ingest/document-problem.ts'
import type { Extracted } from '../read-job.ts'
import { escapeBody } from './escape-plain.ts'
import { type PageItem, pageText } from './page-text.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * Text of a PDF, each page under a heading with its number; pages that come after `maxChars` are left out.
 * @throws DocumentProblem when it is broken, encrypted or a scan without text
 */
export async function readPdf(bytes: Uint8Array, maxChars: number): Promise<Extracted> {
  const pdf = await openPdf(bytes)
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= pdf.numPages && length <= maxChars; number++) {
    const text = await readPage(pdf, number)
    if (text === '') continue
    pages.push(`## page ${number}\n\n${text}`)
    length += text.length
  }
  if (pages.length === 0) throw new DocumentProblem('document.no_text_layer')
  return { text: pages.join('\n\n'), pages: pdf.numPages, ...(await readInfo(pdf)) }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      isImageDecoderSupported: false,
      isOffscreenCanvasSupported: false,
    })
  } catch (cause) {
    const isEncrypted = cause instanceof Error && cause.name === 'PasswordException'
    if (isEncrypted) throw new DocumentProblem('document.encrypted', {}, cause)
    throw new DocumentProblem('document.damaged', { format: 'pdf' }, cause)
  }
}

async function readPage(pdf: Pdf, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    page.cleanup()
    return escapeBody(pageText(items.filter((item): item is typeof item & PageItem => 'str' in item)))
  } catch (cause) {
    throw new DocumentProblem('document.damaged', { format: 'pdf' }, cause)
  }
}

async function readInfo(pdf: Pdf): Promise<{ title?: string; updated?: string }> {
  const { info } = await pdf.getMetadata()
  const { Title, ModDate, CreationDate } = info as Record<string, unknown>
  const title = typeof Title === 'string' ? Title.replace(/\s+/g, ' ').trim() : ''
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(String(ModDate ?? CreationDate ?? '')) ?? []
  return {
    ...(isTitle(title) && { title }),
    ...(year && month && day && { updated: `${year}-${month}-${day}` }),
  }
}

/** Programs write the name of the file they printed there. */
const isTitle = (title: string) =>
  title !== '' && !/^(?:untitled|microsoft word\b.*|.*\.(?:docx?|pdf|odt))$/i.test(title)
