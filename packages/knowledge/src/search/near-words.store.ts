import type { Db } from '@hub/prisma'
import { nearSpellings } from '../text/near-spellings.ts'
import type { VisibleScope } from './visible.store.ts'

/** A word of visible passages that looks like one asked for. */
export interface NearWord {
  asked: string
  word: string
  chunks: number
}

/** Trigrams tell short words apart badly: below this length every spelling one slip away is looked up. */
const shortestByTrigrams = 8
const mostPerWord = 40

/** The words of visible passages that are spelt nearly like these. */
export async function nearWords(
  db: Db,
  { scope, words }: { scope: VisibleScope; words: readonly string[] },
): Promise<NearWord[]> {
  const short = words.filter((word) => word.length < shortestByTrigrams)
  const pairs = short.flatMap((asked) => nearSpellings(asked).map((word) => ({ asked, word })))
  const long = words.filter((word) => word.length >= shortestByTrigrams)
  return db.$queryRaw<NearWord[]>`
    SELECT asked, word, sum(w.chunks)::int AS chunks
    FROM unnest(${pairs.map(({ asked }) => asked)}::text[], ${pairs.map(({ word }) => word)}::text[]) AS pair(asked, word)
    JOIN knowledge_words w USING (word)
    WHERE w.scope_id = ANY(${scope.ids}::int[])
    GROUP BY asked, word
    UNION ALL
    SELECT long.asked, near.word, near.chunks
    FROM unnest(${long}::text[]) AS long(asked), LATERAL (
      SELECT w.word, sum(w.chunks)::int AS chunks FROM knowledge_words w
      WHERE w.word % long.asked AND w.scope_id = ANY(${scope.ids}::int[])
      GROUP BY w.word ORDER BY similarity(w.word, long.asked) DESC LIMIT ${mostPerWord}
    ) AS near`
}
