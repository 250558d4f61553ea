import type { Db } from '@hub/prisma'

/** Requests of one requester that wait for a decision. */
export function countOpenRequests(db: Db, requesterKey: string): Promise<number> {
  return db.approval.count({ where: { requesterKey, state: 'pending' } })
}
