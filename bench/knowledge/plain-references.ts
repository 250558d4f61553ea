import type { Db } from '@hub/prisma'
import type { Ranking } from './measure.ts'
import { type CorpusDocument, documentText } from './rag-set.ts'

/** PostgreSQL as it comes, whole documents: the usual AND query, any word, and trigrams. */
export async function createPlainReferences(
  db: Db,
  corpus: readonly CorpusDocument[],
): Promise<Record<'AND + ts_rank_cd' | 'OR + ts_rank' | 'trigram', Ranking>> {
  await db.$executeRaw`CREATE TABLE plain_reference (id text, body text, words tsvector)`
  for (const document of corpus) {
    const text = documentText(document)
    await db.$executeRaw`INSERT INTO plain_reference VALUES (${document._id}, ${text}, to_tsvector('french', ${text}))`
  }
  await db.$executeRaw`CREATE INDEX ON plain_reference USING gin (words)`
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return {
    'AND + ts_rank_cd': async (query) =>
      ids(
        await db.$queryRaw`SELECT id FROM plain_reference, websearch_to_tsquery('french', ${query}) AS asked
        WHERE words @@ asked ORDER BY ts_rank_cd(words, asked) DESC LIMIT 10`,
      ),
    'OR + ts_rank': async (query) =>
      ids(
        await db.$queryRaw`SELECT id FROM plain_reference,
          (SELECT nullif(replace(plainto_tsquery('french', ${query})::text, '&', '|'), '')::tsquery AS any_word) AS asked
        WHERE words @@ any_word ORDER BY ts_rank(words, any_word, 1) DESC LIMIT 10`,
      ),
    trigram: async (query) =>
      ids(
        await db.$queryRaw`SELECT id FROM plain_reference ORDER BY word_similarity(${query}, body) DESC LIMIT 10`,
      ),
  }
}
