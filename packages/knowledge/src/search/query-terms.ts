import { conceptsOf } from '../lexicon/concepts.ts'
import { findIdentifiers } from '../text/identifiers.ts'
import { isEnglish } from '../text/is-english.ts'
import { subjectWords } from '../text/words.ts'

/** How a word is looked up: by its French stem, by its English one too, or as the beginning of words. */
export type TermForm = 'word' | 'english' | 'stem'

/** One way of writing a thing that is asked for. */
export interface QueryTerm {
  /** Terms of the same number are the same thing written in several ways: only the best one counts. */
  number: number
  /** Folded; a passage must hold all of them. */
  words: string[]
  form: TermForm
  /** Not said, but known to mean the same. */
  isSynonym: boolean
  weight: number
}

export interface QueryTerms {
  terms: QueryTerm[]
  /** The words asked for, by number; terms with a number above add to the order only. */
  words: string[]
}

const maxWords = 40
const synonymWeight = 0.4
const identifierWeight = 2

/** What a query asks for: its words, their synonyms, and identifiers whole. */
export function queryTerms(query: string): QueryTerms {
  const words = [...new Set(subjectWords(query).map(({ folded }) => folded))].slice(0, maxWords)
  const numberOf = new Map(words.map((word, number) => [word, number]))
  const form = isEnglish(query) ? 'english' : 'word'
  const said = words.map((word, number) => spoken(word, { number, weight: 1, form }))
  const identifiers = findIdentifiers(query).filter((run) => !numberOf.has(run.replace('#', '')))
  const whole = identifiers.map((run, index) =>
    spoken(run, { number: words.length + index, weight: identifierWeight, form: 'word' }),
  )
  return { terms: [...said, ...synonymTerms(query, numberOf), ...whole], words }
}

function spoken(word: string, how: Pick<QueryTerm, 'number' | 'weight' | 'form'>): QueryTerm {
  return { ...how, words: [word], isSynonym: false }
}

/** A synonym of several words stands for the last word that it means. */
function synonymTerms(query: string, numberOf: ReadonlyMap<string, number>): QueryTerm[] {
  return conceptsOf(query).flatMap(({ entries, words: said }) => {
    const number = said.map((word) => numberOf.get(word)).findLast((found) => found !== undefined)
    if (number === undefined) return []
    return entries
      .filter((entry) => entry !== said.join(' '))
      .map((entry) => ({
        number,
        words: [...new Set(subjectWords(entry).map(({ folded }) => folded))],
        form: entry.endsWith('*') ? ('stem' as const) : ('word' as const),
        isSynonym: true,
        weight: synonymWeight,
      }))
      .filter(({ words }) => words.length > 0)
  })
}
