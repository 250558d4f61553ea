import { type Db, Prisma } from '@hub/prisma'
import type { TermForm } from './query-terms.ts'
import type { VisibleScope } from './visible.store.ts'

/** A word to look up. */
export interface AskedWord {
  word: string
  form: TermForm
}

/** A stem that a word asked for stands for, with the number of visible passages that hold it. */
export interface FoundTerm extends AskedWord {
  term: string
  chunks: number
}

/** Words that share a stem, at most; the most frequent ones count. */
const maxVariants = 12

/** Looks words up in what the reader may see: English words by their English stem as well. */
export async function findTerms(
  db: Db,
  { scope, asked }: { scope: VisibleScope; asked: readonly AskedWord[] },
): Promise<FoundTerm[]> {
  return db.$queryRaw<FoundTerm[]>`
    WITH asked AS (
      SELECT word, form
      FROM unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ form }) => form)}::text[]) AS one(word, form)
    ),
    variant AS (
      SELECT word, form, knowledge_stem(word) AS term FROM asked WHERE form <> 'stem'
      UNION
      SELECT asked.word, asked.form, near.term FROM asked, LATERAL (${variantsOf(scope)}) AS near WHERE form <> 'word'
    )
    SELECT word, form, term, sum(t.chunks)::int AS chunks
    FROM variant JOIN knowledge_terms t USING (term)
    WHERE t.scope_id = ANY(${scope.ids}::int[])
    GROUP BY word, form, term`
}

/** "{" follows the last letter. */
const variantsOf = (scope: VisibleScope) => Prisma.sql`
  SELECT knowledge_stem(w.word) AS term FROM knowledge_words w,
    (SELECT CASE asked.form WHEN 'stem' THEN asked.word
      ELSE left(asked.word, greatest(3, length(knowledge_english_stem(asked.word)) - 1)) END AS start) AS begins
  WHERE w.word >= start AND w.word < start || '{' AND w.scope_id = ANY(${scope.ids}::int[])
    AND (asked.form = 'stem' OR knowledge_english_stem(w.word) = knowledge_english_stem(asked.word))
  GROUP BY 1 ORDER BY sum(w.chunks) DESC LIMIT ${maxVariants}`
