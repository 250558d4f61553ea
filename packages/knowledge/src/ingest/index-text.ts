import { expandSaints } from '../text/expand-saints.ts'
import { fold } from '../text/fold.ts'
import type { Chunk } from './chunk-markdown.ts'

/** The texts that a passage is found by. */
export interface IndexText {
  heading: string
  /** The words of the heading without accents, identifiers taken apart. */
  headingParts: string
  body: string
  bodyParts: string
  /** Heading and body, folded: for identifiers and typing slips. */
  plain: string
}

/** Prepares the texts that a passage of a document is found by. */
export function indexText(
  { title, client }: { title: string; client?: string | undefined },
  { headingPath, content }: Chunk,
): IndexText {
  const named = new Set([title, ...(client === undefined ? [] : [client]), ...headingPath])
  const heading = expandSaints([...named].join('\n'))
  const body = expandSaints(content)
  const plain = fold(`${heading}\n${body}`)
  return { heading, headingParts: partsOf(heading), body, bodyParts: partsOf(body), plain }
}

const partsOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')
