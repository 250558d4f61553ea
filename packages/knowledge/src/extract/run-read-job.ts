import { type Chunk, chunkMarkdown, chunkPages } from '../ingest/chunk-markdown.ts'
import { DocumentProblem } from '../ingest/document-problem.ts'
import { decodeText } from './decode-text.ts'
import { cleanMarkdown } from './formats/clean-markdown.ts'
import { escapePlain } from './formats/escape-plain.ts'
import { readDocx } from './formats/read-docx.ts'
import { readHtml } from './formats/read-html.ts'
import { readPdf } from './formats/read-pdf.ts'
import type { Extracted, ReadJob, ReadResult } from './read-job.ts'

/** @throws DocumentProblem when the bytes are no readable document */
export async function runReadJob(job: ReadJob): Promise<ReadResult> {
  const extracted = await extract(job)
  const whole = extracted.text.trim()
  if (whole === '') throw new DocumentProblem('document.empty')
  const truncated = whole.length > job.maxChars
  const text = truncated ? cutText(whole, job.maxChars) : whole
  return { ...extracted, text, truncated, chunks: cutChunks(job, { ...extracted, text }) }
}

async function extract({ bytes, format, maxChars }: ReadJob): Promise<Extracted> {
  switch (format) {
    case 'pdf':
      return readPdf(bytes, maxChars)
    case 'docx':
      return readDocx(bytes)
    case 'html':
      return readHtml(bytes)
    case 'markdown':
      return cleanMarkdown(decodeText(bytes))
    case 'text':
    case 'csv':
    case 'log':
      return { text: decodeText(bytes) }
  }
}

function cutChunks({ cut, format, bytes }: ReadJob, { text, title }: Extracted): Chunk[] {
  if (!cut) return []
  const name = cut.title ?? title ?? cut.untitled
  if (format === 'pdf') return chunkPages(text, name)
  if (format === 'markdown') return chunkMarkdown(decodeText(bytes), name)
  const isPlain = format === 'text' || format === 'csv' || format === 'log'
  return chunkMarkdown(isPlain ? escapePlain(text) : text, name)
}

/** No half of a pair of surrogates at the end. */
const cutText = (text: string, length: number) => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
