import type { Db } from '@hub/prisma'
import type { Ranking } from './measure.ts'
import type { CorpusDocument } from './rag-set.ts'

/** PostgreSQL as it comes: French full text, any word may match, ts_rank by length, whole documents. */
export async function createPlainReference(db: Db, corpus: readonly CorpusDocument[]): Promise<Ranking> {
  await db.$executeRaw`CREATE TABLE plain_reference (id text, words tsvector)`
  for (const { _id, title, text } of corpus) {
    await db.$executeRaw`INSERT INTO plain_reference VALUES (${_id}, to_tsvector('french', ${`${title ?? ''} ${text}`}))`
  }
  return async (query) => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM plain_reference,
        (SELECT nullif(replace(plainto_tsquery('french', ${query})::text, '&', '|'), '')::tsquery AS any_word) AS asked
      WHERE words @@ any_word ORDER BY ts_rank(words, any_word, 1) DESC LIMIT 10`
    return rows.map(({ id }) => id)
  }
}
