import { KnowledgeGap } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** Questions that found nothing or little, the latest asked first. */
export async function listGaps(
  db: Db,
  { before, limit }: { before?: { at: Date; id: string } | undefined; limit: number },
): Promise<KnowledgeGap[]> {
  const rows = await db.knowledgeGap.findMany({
    where: before
      ? { OR: [{ lastAt: { lt: before.at } }, { lastAt: before.at, id: { lt: before.id } }] }
      : {},
    orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(({ firstAt, lastAt, key: _, ...row }) =>
    KnowledgeGap.parse({ ...row, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() }),
  )
}
