import type { Db } from '@hub/prisma'
import { expect, vi } from 'vitest'
import type { HubProcess } from './spawn-process.ts'

/**
 * Starts the first worker alone, until it has made the engine's tables: the embedded database is one session for all
 * processes of a test, which keeps no lock between them.
 */
export function firstAlone(db: Db, spawn: () => Promise<HubProcess>): () => Promise<HubProcess> {
  let tables: Promise<void> | undefined
  return async () => {
    if (tables) await tables
    const worker = spawn()
    tables ??= worker.then(() => untilTables(db))
    await tables
    return worker
  }
}

/** The queue is the last thing that a starting engine writes. */
function untilTables(db: Db): Promise<void> {
  const queues = () =>
    db.$queryRaw<{ name: string | null }[]>`SELECT to_regclass('dbos.queues')::text AS name`
  return vi.waitFor(
    async () => {
      expect((await queues())[0]?.name).toBe('dbos.queues')
      expect(await db.$queryRaw`SELECT name FROM dbos.queues`).not.toEqual([])
    },
    { timeout: 150_000, interval: 100 },
  )
}
