import type { Db } from '@hub/prisma'
import type { Topology } from '../group/topology.ts'

export interface StoredTopology {
  topology: Topology | null
  readAt: Date | null
  triedAt: Date | null
}

/** What hangs from what, as it was read last. */
export async function readStoredTopology(db: Db): Promise<StoredTopology> {
  const row = await db.sentinelTopology.findUniqueOrThrow({ where: { id: 1 } })
  return {
    topology: row.topology as unknown as Topology | null,
    readAt: row.readAt,
    triedAt: row.triedAt,
  }
}

/** Takes the reading for a while, so that of several workers one does it. */
export async function claimReading(
  db: Db,
  { triedAt, now }: { triedAt: Date | null; now: Date },
): Promise<boolean> {
  const { count } = await db.sentinelTopology.updateMany({
    where: { id: 1, triedAt },
    data: { triedAt: now },
  })
  return count === 1
}

export async function storeTopology(db: Db, topology: Topology, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE sentinel_topology SET topology = ${JSON.stringify(topology)}::jsonb, read_at = ${now} WHERE id = 1`
}
