import type { Db } from '@hub/prisma'

/** Says that a worker lives, by the clock of the database. */
export async function beat(db: Db, worker: { id: string; host: string }): Promise<void> {
  await db.$executeRaw`
    INSERT INTO workflow_workers (id, host, started_at, seen_at) VALUES (${worker.id}::uuid, ${worker.host}, now(), now())
    ON CONFLICT (id) DO UPDATE SET seen_at = now()`
}

/** Workers that told of themselves within `silentMs`, oldest first. Those silent for a day are forgotten. */
export async function findLiving(db: Db, silentMs: number): Promise<string[]> {
  await db.$executeRaw`DELETE FROM workflow_workers WHERE seen_at < now() - interval '1 day'`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM workflow_workers WHERE seen_at >= now() - ${silentMs} * interval '1 millisecond'
    ORDER BY started_at, id`
  return rows.map(({ id }) => id)
}

export async function forgetWorker(db: Db, id: string): Promise<void> {
  await db.workflowWorker.deleteMany({ where: { id } })
}
