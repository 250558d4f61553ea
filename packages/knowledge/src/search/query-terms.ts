import { conceptsOf } from '../lexicon/concepts.ts'
import { findIdentifiers } from '../text/identifiers.ts'
import { subjectWords, type Word } from '../text/words.ts'

/** One way of writing a thing that is asked for. */
export interface QueryTerm {
  /** Terms of the same number are the same thing written in several ways: only the best one counts. */
  number: number
  /** A `stem` is the beginning of a word; a `phrase` matches with the distances it is written with. */
  form: 'words' | 'stem' | 'phrase'
  /** As written, in lower case. */
  surface: string
  /** Without accents. */
  folded: string
  /** Not said, but known to mean the same. */
  isSynonym: boolean
  weight: number
}

export interface QueryTerms {
  terms: QueryTerm[]
  /** Terms with a number below are the words of the query; those above add to the order only. */
  wordCount: number
}

const maxWords = 40
const maxPairs = 12
const synonymWeight = 0.4
const identifierWeight = 2
const pairWeight = 0.2

/** What a query asks for: its words and their synonyms, neighbouring words together, and identifiers whole. */
export function queryTerms(query: string): QueryTerms {
  const inOrder = subjectWords(query).slice(0, maxWords)
  const words = [...new Map(inOrder.map((word) => [word.folded, word])).values()]
  const numberOf = new Map(words.map(({ folded }, number) => [folded, number]))
  const whole = [
    ...findIdentifiers(query).map((text) => asTerm(text, { form: 'words', weight: identifierWeight })),
    ...neighbours(query, inOrder).map((text) => asTerm(text, { form: 'phrase', weight: pairWeight })),
  ]
  const terms = [
    ...words.map(({ surface, folded }, number) => ({
      ...asTerm(surface, { form: 'words', weight: 1 }),
      folded,
      number,
    })),
    ...synonymTerms(query, numberOf),
    ...whole.map((term, index) => ({ ...term, number: words.length + index })),
  ]
  return { terms, wordCount: words.length }
}

function asTerm(text: string, { form, weight }: Pick<QueryTerm, 'form' | 'weight'>) {
  return { form, weight, isSynonym: false, surface: text, folded: text }
}

/** Each two subject words that follow each other, with what stands between them. */
function neighbours(query: string, words: readonly Word[]): string[] {
  return words.slice(1, maxPairs + 1).flatMap((second, index) => {
    const first = words[index]
    return first ? [query.slice(first.from, second.to).toLowerCase()] : []
  })
}

function synonymTerms(query: string, numberOf: ReadonlyMap<string, number>): QueryTerm[] {
  return conceptsOf(query).flatMap(({ entries, words }) => {
    const number = words.map((word) => numberOf.get(word)).findLast((found) => found !== undefined)
    if (number === undefined) return []
    const others = entries.filter((entry) => entry !== words.join(' '))
    return others.map((entry): QueryTerm => {
      const form = entry.endsWith('*') ? 'stem' : 'words'
      return { ...asTerm(entry.replace(/\*$/, ''), { form, weight: synonymWeight }), number, isSynonym: true }
    })
  })
}
