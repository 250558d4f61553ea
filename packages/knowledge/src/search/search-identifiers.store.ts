import type { Db } from '@hub/prisma'
import type { Hit } from './question.ts'
import type { VisibleScope } from './visible.store.ts'

/** Score of an identifier that is there as it is. */
export const exactLikeness = 2
const leastLikeness = 0.7
const mostPerRun = 20

interface RunSearch {
  scope: VisibleScope
  /** Identifiers to find, folded. */
  runs: readonly string[]
  limit: number
}

/**
 * Finds identifiers as they are, alone or within a longer one; else passages that hold one much like them (trigrams).
 * The score is the sum over the identifiers of the likeness (0.7 to 1), 2 for an exact one.
 */
export async function searchIdentifiers(db: Db, { scope, runs, limit }: RunSearch): Promise<Hit[]> {
  if (runs.length === 0) return []
  const found = bestOf(await likeWords(db, { scope, runs }))
  if (found.length === 0) return []
  return db.$queryRaw<Hit[]>`
    SELECT c.id::text AS "chunkId", c.document_id::text AS "documentId", best.score
    FROM (
      SELECT chunk_number, sum(likeness) AS score FROM (
        SELECT p.chunk_number, run, max(likeness) AS likeness
        FROM unnest(
          ${found.map(({ run }) => run)}::text[], ${found.map(({ word }) => word)}::text[],
          ${found.map(({ likeness }) => likeness)}::float8[]
        ) AS found(run, word, likeness)
        JOIN knowledge_postings p ON p.term = knowledge_stem(word) AND p.scope_id = ANY(${scope.ids}::int[])
        GROUP BY p.chunk_number, run
      ) AS each GROUP BY chunk_number ORDER BY score DESC, chunk_number LIMIT ${limit}
    ) AS best JOIN knowledge_chunks c ON c.number = best.chunk_number
    ORDER BY best.score DESC, c.number`
}

interface LikeWord {
  run: string
  word: string
  likeness: number
}

/** Words of visible passages that are, hold or resemble a run; the number of a ticket only as it is. */
function likeWords(db: Db, { scope, runs }: Omit<RunSearch, 'limit'>): Promise<LikeWord[]> {
  const words = runs.map((run) => run.replace('#', ''))
  const patterns = runs.map((run) => (run.startsWith('#') ? run.slice(1) : patternOf(run)))
  const least = runs.map((run) => (run.startsWith('#') ? exactLikeness : leastLikeness))
  return db.$queryRaw<LikeWord[]>`
    SELECT asked.word AS run, near.word, near.likeness
    FROM unnest(${words}::text[], ${patterns}::text[], ${least}::float8[]) AS asked(word, pattern, least), LATERAL (
      SELECT w.word, max(CASE WHEN w.word LIKE asked.pattern THEN ${exactLikeness}::float8
        ELSE similarity(w.word, asked.word) END) AS likeness
      FROM knowledge_words w
      WHERE (w.word LIKE asked.pattern OR w.word % asked.word) AND w.scope_id = ANY(${scope.ids}::int[])
      GROUP BY w.word
    ) AS near
    WHERE near.likeness >= asked.least
    ORDER BY near.likeness DESC, length(near.word), near.word
    LIMIT ${mostPerRun * runs.length}`
}

const patternOf = (run: string) => `%${run.replace(/[\\%_]/g, '\\$&')}%`

/** What is there exactly is not looked for in what only resembles it. */
function bestOf(words: readonly LikeWord[]): LikeWord[] {
  const byRun = Map.groupBy(words, ({ run }) => run)
  return [...byRun].flatMap(([run, all]) => {
    const whole = all.filter(({ word }) => word === run)
    const within = all.filter(({ likeness }) => likeness === exactLikeness)
    return [whole, within, all].find((some) => some.length > 0) ?? []
  })
}
