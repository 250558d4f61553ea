import { createHash } from 'node:crypto'
import path from 'node:path'
import { type Chunk, chunkMarkdown } from './chunk-markdown.ts'
import { DocumentProblem } from './document-problem.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { readSource } from './read-source.ts'

/** Raised when chunking or indexing changes, so that every document is read again. */
const indexVersion = '2'

export interface DocumentFile {
  path: string
  meta: FrontMatter
  chunks: Chunk[]
  /** Of the text and of the way it is cut and indexed, without the embedding. */
  contentHash: string
}

/** @throws DocumentProblem when the file is no document */
export async function readDocumentFile(dir: string, relative: string): Promise<DocumentFile> {
  const source = await readSource(path.join(dir, relative))
  const { meta, body } = readFrontMatter(source)
  const chunks = chunkMarkdown(body, meta.title)
  if (chunks.length === 0) throw new DocumentProblem('no text below the front matter')
  const contentHash = createHash('sha256').update(`${indexVersion}\0${source}`).digest('hex')
  return { path: relative, meta, chunks, contentHash }
}
