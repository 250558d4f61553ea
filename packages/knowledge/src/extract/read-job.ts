import type { Chunk } from '../ingest/chunk-markdown.ts'
import type { DocumentReason, ProblemParams } from '../ingest/document-reasons.ts'
import type { TextFormat } from './text-format.ts'

/** What the formats find in a file. */
export interface Extracted {
  /** Markdown; for text, csv and log the plain text. */
  text: string
  title?: string
  /** Number of pages of a PDF. */
  pages?: number
  /** Day of the last change that the document itself states. */
  updated?: string
}

/** Work for the reading thread. */
export interface ReadJob {
  bytes: Uint8Array
  format: TextFormat
  maxChars: number
  /** Also cut the text into passages of a document of this title, else of its own. */
  cut?: { title?: string | undefined; untitled: string }
}

export interface ReadResult extends Extracted {
  /** True when there is more text than `maxChars`. */
  truncated: boolean
  chunks: Chunk[]
}

export type ReadAnswer =
  | { kind: 'read'; result: ReadResult }
  | { kind: 'problem'; reason: DocumentReason; params: ProblemParams }
  | { kind: 'failure'; message: string }
