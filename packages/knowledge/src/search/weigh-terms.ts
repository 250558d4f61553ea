import type { FoundTerm } from './find-terms.store.ts'
import type { QueryTerm, QueryTerms } from './query-terms.ts'

/** The words of a query as the base knows them. */
export interface Statistics {
  /** Passages that the reader may see. */
  chunks: number
  found: FoundTerm[]
}

/** A stem to rank by. */
export interface WeighedTerm {
  /** Terms of the same number stand for the same thing: the best one counts. */
  number: number
  /** Terms of the same alternative are wanted together, as many as `needed`. */
  alternative: number
  needed: number
  term: string
  isSynonym: boolean
  /** What one occurrence is worth: rarer stems more. */
  weight: number
  /** Part of what was asked for that it stands for, 0 to 1. */
  share: number
}

/** A synonym that more passages hold than this (in number and share) tells nothing and takes long to rank. */
const commonSynonym = { chunks: 100, share: 0.1 }
/** Taking a word for another one is a guess: it answers for half of the word. */
const correctedShare = 0.5

/** Inverse document frequency as in BM25, never below zero. */
export function rarityOf(chunks: number, total: number): number {
  return Math.log(1 + (Math.max(total - chunks, 0) + 0.5) / (chunks + 0.5))
}

/** The stems of a query with what each is worth in this base. */
export function weighTerms(
  { terms, words }: QueryTerms,
  statistics: Statistics,
  corrected: ReadonlySet<string>,
): WeighedTerm[] {
  const alternatives = terms.flatMap((asked) => alternativesOf(asked, statistics))
  const rarities = words.map((_, number) => {
    const found = alternatives.filter(({ asked }) => asked.number === number).map(({ rarity }) => rarity)
    return found.length > 0 ? Math.max(...found) : rarityOf(0, statistics.chunks)
  })
  const sum = rarities.reduce((total, one) => total + one, 0)
  const worthOfSynonym = (number: number) =>
    Math.min(
      ...alternatives
        .filter(({ asked }) => asked.isSynonym && asked.number === number)
        .map(({ rarity }) => rarity),
    )
  return alternatives.flatMap(({ asked, found, rarity }, alternative) => {
    const { number, isSynonym } = asked
    const isGuess = corrected.has(words[number] ?? '')
    const share = ((rarities[number] ?? 0) / sum) * (isGuess ? correctedShare : 1)
    // A rare way of saying a thing is worth no more than the usual one.
    const weight = asked.weight * (isSynonym ? worthOfSynonym(number) : rarity)
    const needed = found.length
    return found.map(({ term }) => ({ number, alternative, needed, term, isSynonym, weight, share }))
  })
}

interface Alternative {
  asked: QueryTerm
  found: FoundTerm[]
  rarity: number
}

/** Each stem of a single word is enough; of several words each is wanted, and the commonest says how rare they are. */
function alternativesOf(asked: QueryTerm, { found, chunks }: Statistics): Alternative[] {
  const own = found.filter(({ word, form }) => form === asked.form && asked.words.includes(word))
  const sets = asked.words.length === 1 ? own.map((one) => [one]) : [own]
  return sets
    .filter((set) => new Set(set.map(({ word }) => word)).size === asked.words.length)
    .map((set) => ({
      asked,
      found: set,
      rarity: rarityOf(Math.max(...set.map((one) => one.chunks)), chunks),
    }))
    .filter(({ found: [first] }) => !(asked.isSynonym && isCommon(first?.chunks ?? 0, chunks)))
}

const isCommon = (chunks: number, total: number) =>
  chunks > Math.max(commonSynonym.chunks, total * commonSynonym.share)
