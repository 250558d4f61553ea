import { type Accreditation, holdsSecret } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { subjectWords } from '../text/words.ts'
import type { FoundAmount } from './found-amount.ts'
import { countGap, knownWords } from './gaps.store.ts'
import { capitalisedWords, withoutPersonalData } from './without-personal-data.ts'

const longest = 200

/**
 * Counts a question that found nothing or little, with the accreditation that it was asked with and not who asked.
 * One that holds a secret, or nothing but what names a person, is not kept.
 */
export async function noteGap(
  db: Db,
  asked: { query: string; found: FoundAmount; audience: Accreditation; now: Date },
): Promise<void> {
  const { query, found, audience, now } = asked
  if (found === 'enough' || holdsSecret(query)) return
  const plain = query.replaceAll('\0', ' ').slice(0, longest * 2)
  const known = await knownWords(db, capitalisedWords(plain))
  const text = withoutPersonalData(plain, known).slice(0, longest)
  const words = new Set(subjectWords(text).map(({ folded }) => folded))
  if (words.size === 0) return
  await countGap(db, { key: [...words].sort().join(' '), query: text, found, audience, now })
}
