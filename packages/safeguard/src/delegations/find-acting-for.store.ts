import { Accreditation } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import type { ActingFor } from '../approvals/approval.policy.ts'

/** The people in whose name `userId` may decide at `now`: active delegations of active people. */
export async function findActingFor(
  db: Db | Tx,
  { userId, now }: { userId: string; now: Date },
): Promise<ActingFor[]> {
  const rows = await db.delegation.findMany({
    where: {
      toUserId: userId,
      startsAt: { lte: now },
      endsAt: { gt: now },
      OR: [{ revokedAt: null }, { revokedAt: { gt: now } }],
    },
    select: { fromUserId: true },
    distinct: ['fromUserId'],
  })
  if (rows.length === 0) return []
  const people = await db.user.findMany({
    where: { id: { in: rows.map((row) => row.fromUserId) }, isActive: true },
    select: { id: true, displayName: true, accreditation: true },
    orderBy: { displayName: 'asc' },
  })
  return people.map(({ id, displayName, accreditation }) => ({
    userId: id,
    displayName,
    accreditation: Accreditation.parse(accreditation),
  }))
}
