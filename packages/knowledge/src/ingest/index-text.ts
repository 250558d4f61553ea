import { createHash } from 'node:crypto'
import { expandSaints } from '../text/expand-saints.ts'
import { indexWords } from '../text/index-words.ts'
import type { Chunk } from './chunk-markdown.ts'

/** The texts that a passage is found by. */
export interface IndexText {
  words: string[]
  /** SHA-256 of what is embedded. */
  textHash: string
}

interface Names {
  title: string
  client?: string | undefined
}

/** Prepares the texts that a passage of a document is found by. */
export function indexText(names: Names, chunk: Chunk): IndexText {
  const text = embeddedText(names, chunk)
  return {
    words: indexWords(expandSaints(text)),
    textHash: createHash('sha256').update(text).digest('hex'),
  }
}

/** What is embedded of a passage: what it is about, then its content. */
export function embeddedText({ title, client }: Names, { headingPath, content }: Chunk): string {
  const named = new Set([title, ...(client === undefined ? [] : [client]), ...headingPath])
  return [...named, content].join('\n')
}
