import { expandSaints } from '../text/expand-saints.ts'
import { fold } from '../text/fold.ts'
import type { Chunk } from './chunk-markdown.ts'

/** The texts that a passage is found by. */
export interface IndexText {
  heading: string
  body: string
  /** Both, folded: for identifiers and typing slips. */
  plain: string
}

/** Prepares the texts that a passage of a document is found by. */
export function indexText(document: { title: string; client?: string | undefined }, chunk: Chunk): IndexText {
  const named = [
    document.title,
    ...(document.client === undefined ? [] : [document.client]),
    ...chunk.headingPath,
  ]
  const heading = expandSaints([...new Set(named)].join('\n'))
  const body = expandSaints(chunk.content)
  return { heading, body, plain: fold(`${heading}\n${body}`) }
}
