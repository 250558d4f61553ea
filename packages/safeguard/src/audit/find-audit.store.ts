import type { Db } from '@hub/prisma'
import type { StoredAuditRow } from './verify-chain.ts'

export interface AuditFilter {
  before?: bigint | undefined
  action?: string | undefined
  subjectId?: string | undefined
  actorKey?: string | undefined
  limit: number
}

/** Rows of the audit chain, newest first. */
export function findAudit(db: Db, filter: AuditFilter): Promise<StoredAuditRow[]> {
  const { before, action, subjectId, actorKey, limit } = filter
  return db.userAuditLog.findMany({
    where: {
      ...(before !== undefined && { seq: { lt: before } }),
      ...(action && { action: { startsWith: action } }),
      ...(subjectId && { subjectId }),
      ...(actorKey && { actorKey }),
    },
    orderBy: { seq: 'desc' },
    take: limit,
  })
}
