import type { SearchExplanation } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import type { FusedHit } from './fuse.ts'
import { type MatchedTerm, matchedTerms } from './matched-terms.store.ts'
import type { UnderstoodQuery } from './understand-query.ts'
import type { VisibleScope } from './visible.store.ts'

type MatchedWord = SearchExplanation['passages'][number]['words'][number]

interface Explained {
  method: SearchExplanation['method']
  withoutVectors: SearchExplanation['withoutVectors']
  scope: VisibleScope
  understood: UnderstoodQuery
  hits: readonly FusedHit[]
}

/** Says for each hit which ways of searching found it, at which rank, and which words it answers. */
export async function explainHits(
  db: Db,
  { scope, understood, hits, method, withoutVectors }: Explained,
): Promise<SearchExplanation> {
  const { terms, corrections } = understood
  const chunkIds = hits.map(({ chunkId }) => chunkId)
  const matched = await matchedTerms(db, { scope, terms, chunkIds })
  const byChunk = Map.groupBy(matched, ({ chunkId }) => chunkId)
  return {
    method,
    ...(withoutVectors && { withoutVectors }),
    corrections,
    searched: scope.chunks,
    passages: hits.map(({ chunkId, score, legs }) => ({
      chunkId,
      score,
      legs,
      words: wordsOf(understood, byChunk.get(chunkId) ?? []),
    })),
  }
}

/** The best way of writing each thing asked for that the passage holds whole. */
function wordsOf(understood: UnderstoodQuery, matched: readonly MatchedTerm[]): MatchedWord[] {
  const byAlternative = Map.groupBy(matched, ({ alternative }) => alternative)
  const words = [...byAlternative].flatMap(([alternative, found]) => {
    const word = wordOf(understood, { alternative, found })
    return word ? [word] : []
  })
  const byNumber = Map.groupBy(words, ({ number }) => number)
  return [...byNumber.values()]
    .flatMap((all) => all.sort((a, b) => b.word.score - a.word.score).slice(0, 1))
    .map(({ word }) => word)
    .sort((a, b) => b.score - a.score)
}

function wordOf(
  { asked, terms, statistics, corrections }: UnderstoodQuery,
  { alternative, found }: { alternative: number; found: readonly MatchedTerm[] },
): { number: number; word: MatchedWord } | undefined {
  const term = terms.find((one) => one.alternative === alternative)
  if (!term || found.length < term.needed) return undefined
  const said = asked.terms.find(({ number, isSynonym }) => number === term.number && !isSynonym)
  const word = said?.words[0] ?? ''
  const isGuess = corrections.some(({ meant }) => meant === word)
  const stems = found.map((one) => one.term)
  const counts = statistics.found.filter((one) => stems.includes(one.term)).map(({ chunks }) => chunks)
  return {
    number: term.number,
    word: {
      asked: word,
      found: stems,
      how: isGuess ? 'corrected' : term.isSynonym ? 'synonym' : 'same',
      passages: counts.length > 0 ? Math.min(...counts) : 0,
      score: Math.min(...found.map(({ score }) => score)),
    },
  }
}
