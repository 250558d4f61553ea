import { findConcepts } from '../text/concepts.ts'

export interface SplitSentence {
  head: string
  body?: string
}

const quoted = /["«“]\s*([^"»”]{3,})\s*["»”]/

/** Separates "add a followup to ticket 1234: TEXT" into the request and the text, which asks for nothing. */
export function splitFollowup(sentence: string): SplitSentence {
  const colon = /\s*(?::(?!\/\/)|\n)\s*/.exec(sentence)
  const beforeColon = colon ? sentence.slice(0, colon.index) : sentence
  const quote = quoted.exec(sentence)
  if (quote && quote.index <= beforeColon.length) {
    const head = `${sentence.slice(0, quote.index)} ${sentence.slice(quote.index + quote[0].length)}`
    return findConcepts(head).has('followup') ? { head, body: (quote[1] ?? '').trim() } : { head: sentence }
  }
  if (!colon || !findConcepts(beforeColon).has('followup')) return { head: sentence }
  const rest = sentence.slice(colon.index + colon[0].length).trim()
  const body = (quoted.exec(rest)?.[0] === rest ? quoted.exec(rest)?.[1] : rest)?.trim()
  return body ? { head: beforeColon, body } : { head: beforeColon }
}
