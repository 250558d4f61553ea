import { DocumentProblem } from '../ingest/document-problem.ts'
import { readInThread } from './read-in-thread.ts'
import { findFormat, type TextFormat } from './text-format.ts'

/** The text of a file. */
export interface ExtractedText {
  /** Markdown without HTML, images or hidden links; as it is written for `text`, `csv` and `log`. */
  text: string
  title?: string
  /** Number of pages, for a PDF. */
  pages?: number
  /** True when the file holds more text than was asked for. */
  truncated: boolean
  format: TextFormat
}

const maxBytes = 50_000_000

/**
 * Text of an untrusted file: Markdown, plain text, CSV, a log, HTML, Word or PDF. It is read in a thread of its own with
 * limits of memory and time; nothing in it is executed and nothing it refers to is loaded.
 * @param options.maxChars most characters of text, 1 000 000 unless told
 * @param options.timeoutMs longest time in milliseconds, waiting for the thread included, 20 000 unless told
 * @throws DocumentProblem (a ValidationError, reason `document.*`) when it cannot be read; the reason of the signal
 */
export async function extractText(
  file: { bytes: Uint8Array; name: string; mediaType?: string | undefined },
  options: { signal?: AbortSignal | undefined; maxChars?: number; timeoutMs?: number } = {},
): Promise<ExtractedText> {
  const { signal, maxChars = 1_000_000, timeoutMs = 20_000 } = options
  const { bytes } = file
  if (bytes.length > maxBytes) throw new DocumentProblem('document.too_large', { megabytes: maxBytes / 1e6 })
  if (bytes.length === 0) throw new DocumentProblem('document.empty')
  const format = findFormat(file)
  const { text, title, pages, truncated } = await readInThread(
    { bytes, format, maxChars },
    { signal, timeoutMs },
  )
  return { text, ...(title && { title }), ...(pages !== undefined && { pages }), truncated, format }
}
