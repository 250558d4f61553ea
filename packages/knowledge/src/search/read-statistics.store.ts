import { type Db, Prisma } from '@hub/prisma'
import type { TermForm } from './query-terms.ts'
import type { KnowledgeQuestion } from './question.ts'
import { isVisibleScope } from './visible.store.ts'

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

/** What the reader may see, in figures. */
export interface Statistics {
  chunks: number
  /** Mean number of terms of a passage. */
  averageLength: number
  found: FoundTerm[]
}

/** Words that share a stem, at most; the most frequent ones count. */
const maxVariants = 12

/** Looks words up in the statistics of what the reader may see: English words by their English stem as well. */
export async function readStatistics(
  db: Db,
  { question, asked }: { question: KnowledgeQuestion; asked: readonly AskedWord[] },
): Promise<Statistics> {
  const [size, found] = await Promise.all([readSize(db, question), readTerms(db, { question, asked })])
  return { ...size, found }
}

async function readSize(db: Db, question: KnowledgeQuestion): Promise<Omit<Statistics, 'found'>> {
  const [row] = await db.$queryRaw<{ chunks: number; length: number }[]>`
    SELECT coalesce(sum(s.chunks), 0)::float8 AS chunks, coalesce(sum(s.length), 0)::float8 AS length
    FROM knowledge_scopes s WHERE ${isVisibleScope(question)}`
  const { chunks = 0, length = 0 } = row ?? {}
  return { chunks, averageLength: chunks === 0 ? 1 : Math.max(1, length / chunks) }
}

function readTerms(
  db: Db,
  { question, asked }: { question: KnowledgeQuestion; asked: readonly AskedWord[] },
): Promise<FoundTerm[]> {
  return db.$queryRaw<FoundTerm[]>`
    WITH scope AS MATERIALIZED (SELECT s.id FROM knowledge_scopes s WHERE ${isVisibleScope(question)}),
    asked AS (
      SELECT word, form
      FROM unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ form }) => form)}::text[]) AS one(word, form)
    ),
    variant AS (
      SELECT word, form, knowledge_stem(word) AS term FROM asked WHERE form <> 'stem'
      UNION
      SELECT asked.word, asked.form, near.term FROM asked, LATERAL (${variantsOf}) AS near WHERE form <> 'word'
    )
    SELECT word, form, term, sum(t.chunks)::int AS chunks
    FROM variant JOIN knowledge_terms t USING (term)
    WHERE t.scope_id = ANY(ARRAY(SELECT id FROM scope))
    GROUP BY word, form, term`
}

/** "{" follows the last letter. */
const variantsOf = Prisma.sql`
  SELECT knowledge_stem(w.word) AS term FROM knowledge_words w,
    (SELECT CASE asked.form WHEN 'stem' THEN asked.word
      ELSE left(asked.word, greatest(3, length(knowledge_english_stem(asked.word)) - 1)) END AS start) AS begins
  WHERE w.word >= start AND w.word < start || '{' AND w.scope_id = ANY(ARRAY(SELECT id FROM scope))
    AND (asked.form = 'stem' OR knowledge_english_stem(w.word) = knowledge_english_stem(asked.word))
  GROUP BY 1 ORDER BY sum(w.chunks) DESC LIMIT ${maxVariants}`
