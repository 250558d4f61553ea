import { type Accreditation, KnowledgeGap } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'

export interface GapsQuestion {
  /** Only those before this place. */
  before?: { at: Date; id: string } | undefined
  limit: number
  /** Accreditation of the reader: questions of those above stay theirs. */
  audience: Accreditation
}

/** Questions that found nothing or little, the latest asked first. */
export async function listGaps(db: Db, { before, limit, audience }: GapsQuestion): Promise<KnowledgeGap[]> {
  const rows = await db.knowledgeGap.findMany({
    where: {
      audience: { in: readableAudiences(audience) },
      ...(before && {
        OR: [{ lastAt: { lt: before.at } }, { lastAt: before.at, id: { lt: before.id } }],
      }),
    },
    orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(({ firstAt, lastAt, key: _, ...row }) =>
    KnowledgeGap.parse({ ...row, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() }),
  )
}
