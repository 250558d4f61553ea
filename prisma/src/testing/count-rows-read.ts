import type { Db } from '../client.ts'

/**
 * How many rows of a table some work reads, over indexes or without.
 * @param db with one connection: what another one read is told later
 */
export async function countRowsRead(db: Db, table: string, work: () => Promise<unknown>): Promise<number> {
  const before = await readSoFar(db, table)
  await work()
  return (await readSoFar(db, table)) - before
}

async function readSoFar(db: Db, table: string): Promise<number> {
  await db.$executeRaw`SELECT pg_stat_force_next_flush()`
  const [row] = await db.$queryRaw<{ rows: bigint }[]>`
    SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows FROM pg_stat_user_tables WHERE relname = ${table}`
  return Number(row?.rows ?? 0)
}
