import type { Db } from '@hub/prisma'
import { type GrantFacts, grantFacts } from './grant-facts.ts'

/** What messages may know of these grants; the columns that they must not tell are not read. */
export async function readGrants(db: Db, ids: string[]): Promise<Map<string, GrantFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await db.standingGrant.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      state: true,
      expiresAt: true,
      toolName: true,
      scope: true,
      askedByName: true,
      requesterName: true,
      maxUses: true,
      decidedByName: true,
      revokedByName: true,
    },
  })
  return new Map(rows.map((row) => [row.id, grantFacts(row)]))
}
