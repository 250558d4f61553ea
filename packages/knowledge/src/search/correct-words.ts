import { editDistance } from '../text/edit-distance.ts'
import { isNearStopWord } from '../text/stop-words.ts'
import type { NearWord } from './near-words.store.ts'

/** A word that nothing visible holds, taken for another one. */
export interface Correction {
  asked: string
  meant: string
}

const shortestWord = 4
const shortestForTwo = 8

/** Words that may be typing slips: long enough, letters only, and no slip of a word that says nothing. */
export function maybeSlips(words: readonly string[]): string[] {
  return words.filter((word) => word.length >= shortestWord && /^[a-z]+$/.test(word) && !isNearStopWord(word))
}

/** For each word asked for the likeliest one meant: fewest slips, same beginning, then the most frequent. */
export function correctWords(near: readonly NearWord[]): Correction[] {
  const byAsked = Map.groupBy(near, ({ asked }) => asked)
  return [...byAsked].flatMap(([asked, words]) => {
    const [best] = words
      .map((candidate) => ({ ...candidate, cost: costOf(asked, candidate.word) }))
      .filter(({ cost }) => cost < tooMuch)
      .sort((a, b) => a.cost - b.cost || b.chunks - a.chunks || (a.word < b.word ? -1 : 1))
    return best ? [{ asked, meant: best.word }] : []
  })
}

const tooMuch = 10

function costOf(asked: string, word: string): number {
  const most = asked.length >= shortestForTwo ? 2 : 1
  const slips = editDistance(asked, word, most)
  return slips > most ? tooMuch : slips + (asked[0] === word[0] ? 0 : 0.5)
}
