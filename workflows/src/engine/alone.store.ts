import { setTimeout as wait } from 'node:timers/promises'
import { createDb, type Db } from '@hub/prisma'

/** Names the making of the engine's tables among the advisory locks of the database. */
const lockKey = 72_707_371
const lookMs = 100

/**
 * Does something while no other worker does it: two that make the engine's tables at once block each other, and one
 * of them dies of it. Asks again and again: who sleeps in the queue for a lock keeps indexes from being made.
 * @param work is given the connection that holds the lock
 */
export async function alone<T>(databaseUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  // The lock belongs to one connection, and ends with it.
  const db = createDb({ url: databaseUrl, poolSize: 1 })
  const take = () => db.$queryRaw<{ isMine: boolean }[]>`SELECT pg_try_advisory_lock(${lockKey}) AS "isMine"`
  try {
    while (!(await take())[0]?.isMine) await wait(lookMs)
    return await work(db)
  } finally {
    await db.$queryRaw`SELECT pg_advisory_unlock(${lockKey})`
    await db.$disconnect()
  }
}
