import type { Db, Tx } from '@hub/prisma'
import type { ChainEnd, StoredAuditRow } from './verify-chain.ts'

const batch = 1_000

/** The rows of the chain in their order, a batch at a time; up to `until` when given. */
export async function* readAuditRows(db: Db | Tx, until?: bigint): AsyncGenerator<StoredAuditRow> {
  let after = 0n
  for (;;) {
    const rows = await db.userAuditLog.findMany({
      where: { seq: { gt: after, ...(until !== undefined && { lte: until }) } },
      orderBy: { seq: 'asc' },
      take: batch,
    })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last.seq
  }
}

/** Where the chain ends now. */
export async function readAuditHead(db: Db | Tx): Promise<ChainEnd | null> {
  return db.auditHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } })
}
