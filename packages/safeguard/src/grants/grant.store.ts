import { NotFoundError } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'

export type GrantRow = Prisma.StandingGrantGetPayload<object>

const batch = 200

/** Grants of one requester (`user:<id>`), or of everybody, newest first. */
export function findGrants(
  db: Db,
  { requester, before, limit }: { requester?: string; before?: number | undefined; limit: number },
): Promise<GrantRow[]> {
  const where = {
    ...(requester !== undefined && { requester }),
    ...(before !== undefined && { number: { lt: before } }),
  }
  return db.standingGrant.findMany({ where, orderBy: { number: 'desc' }, take: limit })
}

/** Reads a grant and keeps others from changing it until the transaction ends. @throws NotFoundError */
export async function lockGrant(tx: Tx, id: string): Promise<GrantRow> {
  await tx.$queryRaw`SELECT id FROM standing_grants WHERE id = ${id} FOR UPDATE`
  const row = await tx.standingGrant.findUnique({ where: { id } })
  if (row) return row
  throw new NotFoundError(`There is no standing grant ${id}`, { reason: 'grant.not_found', params: { id } })
}

/** Grants that may still be used for one tool and requester, oldest first. */
export async function findUsableGrants(
  tx: Tx,
  wanted: { toolName: string; requester: string; now: Date },
): Promise<GrantRow[]> {
  const { toolName, requester, now } = wanted
  const rows = await tx.standingGrant.findMany({
    where: { toolName, requester, state: 'active', expiresAt: { gt: now } },
    orderBy: { number: 'asc' },
  })
  return rows.filter((row) => row.uses < row.maxUses)
}

/** Takes the next number: 12 gives "GRA-2026-000012". */
export async function nextGrantNumber(tx: Tx, now: Date): Promise<{ id: string; number: number }> {
  const rows = await tx.$queryRaw<{ number: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('standing_grants', 'number')) AS number`
  const number = Number(rows[0]?.number)
  return { id: `GRA-${now.getUTCFullYear()}-${String(number).padStart(6, '0')}`, number }
}

export function insertGrant(tx: Tx, data: Prisma.StandingGrantCreateInput): Promise<GrantRow> {
  return tx.standingGrant.create({ data })
}

export function updateGrant(tx: Tx, id: string, data: Prisma.StandingGrantUpdateInput): Promise<GrantRow> {
  return tx.standingGrant.update({ where: { id }, data })
}

export async function findEndedGrantIds(db: Db, now: Date): Promise<string[]> {
  const rows = await db.standingGrant.findMany({
    where: { state: { in: ['requested', 'active'] }, expiresAt: { lte: now } },
    select: { id: true },
    take: batch,
  })
  return rows.map((row) => row.id)
}
