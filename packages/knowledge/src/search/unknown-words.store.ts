import type { Db } from '@hub/prisma'

/** Those of the words that no passage holds. */
export async function unknownWords(db: Db, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const rows = await db.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${words}::text[]) AS word
    WHERE numnode(plainto_tsquery('french', word)) > 0 AND NOT EXISTS (
      SELECT FROM knowledge_chunks
      WHERE words @@ (plainto_tsquery('french', word) || plainto_tsquery('english', word))
    )`
  return rows.map(({ word }) => word)
}
