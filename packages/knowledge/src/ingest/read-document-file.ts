import { createHash } from 'node:crypto'
import { decodeUnicodeText } from '../extract/decode-text.ts'
import { readInThread } from '../extract/read-in-thread.ts'
import type { ReadJob, ReadResult } from '../extract/read-job.ts'
import { findFormat, formatOfName } from '../extract/text-format.ts'
import type { Chunk } from './chunk-markdown.ts'
import { documentMeta, titleOfName } from './document-meta.ts'
import { DocumentProblem } from './document-problem.ts'
import { type FrontMatter, readFrontMatter, readSidecar } from './front-matter.ts'
import type { SourceFile } from './open-source.ts'

/** Raised when reading or chunking changes, so that every document is read again. */
export const indexVersion = '4'

export interface DocumentFile {
  path: string
  meta: FrontMatter
  chunks: Chunk[]
  /** Of the text and of the way it is cut and indexed, without the embedding. */
  contentHash: string
}

/** A document of the folder. */
export interface ReadDocument extends DocumentFile {
  /** The file or its sheet says who may read it. */
  saysAudience: boolean
}

/** A document is indexed in one transaction, which others wait for: a longer one comes in parts. */
const maxChars = 500_000
const maxPassages = 800
const timeoutMs = 60_000

/** @throws DocumentProblem when the file is no document; the reason of the signal */
export async function readDocumentFile(source: SourceFile, signal?: AbortSignal): Promise<ReadDocument> {
  const isMarkdown = formatOfName(source.path) === 'markdown'
  const read = isMarkdown ? await readMarkdown(source, signal) : await readOther(source, signal)
  const { meta, chunks, saysAudience } = read
  if (chunks.length === 0) throw new DocumentProblem('document.empty')
  if (chunks.length > maxPassages)
    throw new DocumentProblem('document.many_passages', { passages: maxPassages })
  // A day that comes from the time of the file differs between copies of the folder: it makes no other content.
  const { updated: _, ...known } = meta
  const hashed = [indexVersion, JSON.stringify(known), source.sourceHash].join('\0')
  const contentHash = createHash('sha256').update(hashed).digest('hex')
  return { path: source.path, meta, chunks, contentHash, saysAudience }
}

interface Read {
  meta: FrontMatter
  chunks: Chunk[]
  saysAudience: boolean
}

async function readMarkdown({ bytes }: SourceFile, signal: AbortSignal | undefined): Promise<Read> {
  const { meta, body } = readFrontMatter(decodeUnicodeText(bytes))
  const cut = { title: meta.title, untitled: meta.title }
  const { chunks } = await readText({ bytes: Buffer.from(body), format: 'markdown', maxChars, cut }, signal)
  return { meta, chunks, saysAudience: true }
}

async function readOther(source: SourceFile, signal: AbortSignal | undefined): Promise<Read> {
  const { bytes, path: name } = source
  const sidecar = source.sidecar ? readSidecar(source.sidecar) : {}
  const format = findFormat({ bytes, name })
  const cut = { title: sidecar.title, untitled: titleOfName(name) }
  const result = await readText({ bytes, format, maxChars, cut }, signal)
  const meta = documentMeta(source, sidecar, result)
  return { meta, chunks: result.chunks, saysAudience: sidecar.audience !== undefined }
}

async function readText(job: ReadJob, signal: AbortSignal | undefined): Promise<ReadResult> {
  const result = await readInThread(job, { signal, timeoutMs })
  if (result.truncated) throw new DocumentProblem('document.too_long', { characters: maxChars })
  return result
}
