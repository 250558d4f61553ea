import type { Accreditation } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** A question that nobody asked again for so long is forgotten. */
const keptDays = 180

/** Which of these words documents that are open to all hold. */
export async function knownWords(db: Db, words: readonly string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const rows = await db.$queryRaw<{ word: string }[]>`
    SELECT DISTINCT w.word FROM knowledge_words w JOIN knowledge_scopes s ON s.id = w.scope_id
    WHERE w.word = ANY(${words}::text[]) AND s.audience = 'N0' AND w.chunks > 0`
  return new Set(rows.map(({ word }) => word))
}

/** Counts a question once more, and forgets what is old. */
export async function countGap(
  db: Db,
  gap: { key: string; query: string; found: 'nothing' | 'little'; audience: Accreditation; now: Date },
): Promise<void> {
  const { key, query, found, audience, now } = gap
  await db.$executeRaw`
    INSERT INTO knowledge_gaps AS g (id, key, audience, query, found, count, first_at, last_at)
    VALUES (gen_random_uuid(), ${key}, ${audience}, ${query}, ${found}, 1, ${now}, ${now})
    ON CONFLICT (key, audience) DO UPDATE
      SET count = g.count + 1, query = excluded.query, found = excluded.found, last_at = excluded.last_at`
  await db.$executeRaw`
    DELETE FROM knowledge_gaps WHERE last_at < ${now}::timestamptz - ${keptDays}::int * interval '1 day'`
}
