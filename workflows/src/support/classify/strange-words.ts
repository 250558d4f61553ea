import { nameTokens } from '../identify/person-names.ts'
import type { TicketText } from '../text/read-ticket-text.ts'
import { ordinaryStems } from './ordinary-stems.ts'

const stemLength = 5
const elided = /^(?:[ldjmnstc]|qu)'/

/** Stem by which a folded word is known. */
export const stemOf = (word: string) => word.slice(0, stemLength)

/** The words of a ticket that count: folded, without elision, three letters and more. */
export function countedWords(text: Pick<TicketText, 'sentences'>): string[] {
  return text.sentences
    .join(' ')
    .split(/[^a-z']+/)
    .map((word) => word.replace(elided, ''))
    .filter((word) => word.length >= 3)
}

/** How many different words of a ticket do not belong to honest requests about an account; names given are no words. */
export function countStrangeWords(text: TicketText, names: string): number {
  const own = new Set([...nameTokens(names), ...names.toLowerCase().split(/[^a-z]+/)])
  const strange = countedWords(text).filter((word) => !ordinaryStems.has(stemOf(word)) && !own.has(word))
  return new Set(strange.map(stemOf)).size
}
