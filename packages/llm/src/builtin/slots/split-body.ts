import { findConcepts } from '../text/concepts.ts'
import type { Concept } from '../text/lexicon.ts'

export interface SplitSentence {
  head: string
  body?: string
}

const quoted = /["«“]\s*([^"»”]{3,})\s*["»”]/
const carriers: Concept[] = [
  'followup',
  'task',
  'solution',
  'solve',
  'notify',
  'create',
  'saveCase',
  'rewrite',
]

const takesBody = (head: string) => {
  const concepts = findConcepts(head)
  return carriers.some((concept) => concepts.has(concept))
}

/** Cuts a sentence at its first colon or line end, whatever comes before. */
export function splitAtColon(sentence: string): SplitSentence {
  const colon = /:(?!\/\/)|\n/.exec(sentence)
  if (!colon) return { head: sentence }
  const rest = sentence.slice(colon.index + 1).trim()
  const body = (quoted.exec(rest)?.[0] === rest ? quoted.exec(rest)?.[1] : rest)?.trim()
  const head = sentence.slice(0, colon.index).trimEnd()
  return body ? { head, body } : { head }
}

/** A longer request is pasted text: only its beginning is read, and no action is taken without asking. */
export const longestHead = 1_500

/** Separates "add a followup to ticket 1234: TEXT" into the request and the text, which asks for nothing. */
export function splitBody(sentence: string): SplitSentence {
  const split = splitAtColon(sentence)
  const quote = quoted.exec(sentence)
  if (quote && quote.index <= split.head.length) {
    const head = `${sentence.slice(0, quote.index)} ${sentence.slice(quote.index + quote[0].length)}`
    return takesBody(head) ? { head, body: (quote[1] ?? '').trim() } : { head: sentence }
  }
  return split.head !== sentence && takesBody(split.head) ? split : { head: sentence }
}
