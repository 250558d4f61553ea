import type { Db } from '@hub/prisma'
import { type RequestFacts, requestFacts } from './request-facts.ts'

/** What messages may know of these requests; the columns that they must not tell are not read. */
export async function readRequests(db: Db, ids: string[]): Promise<Map<string, RequestFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await db.approval.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      securityLevel: true,
      state: true,
      expiresAt: true,
      sentence: true,
      requestedBy: true,
      target: true,
      context: true,
      decisions: { orderBy: { at: 'asc' }, select: { kind: true, displayName: true } },
    },
  })
  return new Map(rows.map((row) => [row.id, requestFacts(row)]))
}
