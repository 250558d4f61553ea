import { Prisma } from '@hub/prisma'

/** The usual constants of BM25: how soon a repeated word counts no more, and how much length counts. */
const saturation = 1.2
const lengthShare = 0.75

/** BM25 (Robertson and Zaragoza 2009) of posting `p` for a stem `asked` whose weight holds its rarity. */
export function bm25Part(averageLength: number): Prisma.Sql {
  const flat = saturation * (1 - lengthShare)
  const slope = (saturation * lengthShare) / averageLength
  return Prisma.sql`asked.weight * ${saturation + 1}::float8 * p.count
    / (p.count + ${flat}::float8 + ${slope}::float8 * p.length)`
}
