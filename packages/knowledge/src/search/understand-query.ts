import type { Db } from '@hub/prisma'
import { allWords } from '../text/words.ts'
import { type Correction, correctWords, maybeSlips } from './correct-words.ts'
import { findTerms } from './find-terms.store.ts'
import { nearWords } from './near-words.store.ts'
import { type QueryTerms, queryTerms } from './query-terms.ts'
import type { VisibleScope } from './visible.store.ts'
import { type Statistics, type WeighedTerm, weighTerms } from './weigh-terms.ts'

/** A query as this base understands it. */
export interface UnderstoodQuery {
  asked: QueryTerms
  statistics: Statistics
  terms: WeighedTerm[]
  corrections: Correction[]
}

/** Finds the words of a query in what the reader may see; a word that is nowhere is taken for the nearest one there. */
export async function understandQuery(
  db: Db,
  { scope, text }: { scope: VisibleScope; text: string },
): Promise<UnderstoodQuery> {
  const first = await lookUp(db, { scope, text })
  const slips = maybeSlips(unknownWords(first))
  const corrections = slips.length === 0 ? [] : correctWords(await nearWords(db, { scope, words: slips }))
  if (corrections.length === 0) return weighed(first, corrections)
  return weighed(await lookUp(db, { scope, text: corrected(text, corrections) }), corrections)
}

interface LookedUp {
  asked: QueryTerms
  statistics: Statistics
}

async function lookUp(db: Db, { scope, text }: { scope: VisibleScope; text: string }): Promise<LookedUp> {
  const asked = queryTerms(text)
  const words = asked.terms.flatMap(({ words, form }) => words.map((word) => ({ word, form })))
  const once = [...new Map(words.map((one) => [`${one.form} ${one.word}`, one])).values()]
  const found = await findTerms(db, { scope, asked: once })
  return { asked, statistics: { chunks: scope.chunks, found } }
}

function weighed({ asked, statistics }: LookedUp, corrections: Correction[]): UnderstoodQuery {
  const guessed = new Set(corrections.map(({ meant }) => meant))
  return { asked, statistics, corrections, terms: weighTerms(asked, statistics, guessed) }
}

function unknownWords({ asked, statistics }: LookedUp): string[] {
  const known = new Set(weighTerms(asked, statistics, new Set()).map(({ number }) => number))
  return asked.words.filter((_, number) => !known.has(number))
}

function corrected(text: string, corrections: readonly Correction[]): string {
  const meant = new Map(corrections.map((correction) => [correction.asked, correction.meant]))
  let result = ''
  let at = 0
  for (const { folded, from, to } of allWords(text)) {
    const other = meant.get(folded)
    if (other === undefined) continue
    result += text.slice(at, from) + other
    at = to
  }
  return result + text.slice(at)
}
