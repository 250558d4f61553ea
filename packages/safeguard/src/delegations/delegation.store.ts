import { Accreditation } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'

export type DelegationRow = Prisma.DelegationGetPayload<object>

/** Somebody who is active, as a delegation needs to know them. */
export interface Colleague {
  userId: string
  displayName: string
  accreditation: Accreditation
}

/** Keeps other delegations of this person waiting until the transaction ends. */
export async function lockDelegator(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
}

export async function findActivePeople(db: Db | Tx, ids?: string[]): Promise<Colleague[]> {
  const rows = await db.user.findMany({
    where: { isActive: true, ...(ids && { id: { in: ids } }) },
    select: { id: true, displayName: true, accreditation: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, displayName, accreditation }) => ({
    userId: id,
    displayName,
    accreditation: Accreditation.parse(accreditation),
  }))
}

/** A delegation between the same two people that counts at some instant of the period. */
export async function findOverlap(
  tx: Tx,
  asked: { fromUserId: string; toUserId: string; startsAt: Date; endsAt: Date },
): Promise<DelegationRow | null> {
  const { fromUserId, toUserId, startsAt, endsAt } = asked
  return tx.delegation.findFirst({
    where: { fromUserId, toUserId, revokedAt: null, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
  })
}

export async function insertDelegation(
  tx: Tx,
  data: Prisma.DelegationUncheckedCreateInput,
): Promise<DelegationRow> {
  return tx.delegation.create({ data })
}

/** Reads a delegation and keeps others from revoking it until the transaction ends. */
export async function lockDelegation(tx: Tx, id: string): Promise<DelegationRow | null> {
  await tx.$queryRaw`SELECT id FROM delegations WHERE id = ${id}::uuid FOR UPDATE`
  return tx.delegation.findUnique({ where: { id } })
}

export async function keepRevoked(
  tx: Tx,
  id: string,
  revoked: { revokedAt: Date; revokedBy: string },
): Promise<DelegationRow> {
  return tx.delegation.update({ where: { id }, data: revoked })
}

/** A part of a list, newest first: what comes after the place of one of its rows. */
export interface DelegationPage {
  before?: { createdAt: Date; id: string } | undefined
  limit: number
}

/** Newest first: those of everybody, or those that `userId` gave or got. */
export async function findDelegations(
  db: Db,
  { userId, before, limit }: DelegationPage & { userId?: string | undefined },
): Promise<DelegationRow[]> {
  const mine = userId === undefined ? {} : { OR: [{ fromUserId: userId }, { toUserId: userId }] }
  const older = before && {
    OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }],
  }
  return db.delegation.findMany({
    where: { AND: [mine, older ?? {}] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

/** Who has delegated to `userId` for now. A revoked delegation does not count, whatever the clocks say. */
export async function findDelegatorIds(db: Db | Tx, userId: string, now: Date): Promise<string[]> {
  const rows = await db.delegation.findMany({
    where: { toUserId: userId, startsAt: { lte: now }, endsAt: { gt: now }, revokedAt: null },
    select: { fromUserId: true },
    distinct: ['fromUserId'],
  })
  return rows.map(({ fromUserId }) => fromUserId)
}
