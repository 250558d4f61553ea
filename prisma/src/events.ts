import type { EventType, HubEvent } from '@hub/contracts'
import type { Db, Prisma, Tx } from './client.ts'

/**
 * Records an event in the transaction of what it tells; publish it on the bus after the commit.
 * @returns the event with its growing id
 */
export async function appendEvent(
  tx: Tx | Db,
  event: { type: EventType; at: Date; data: Prisma.InputJsonObject },
): Promise<HubEvent> {
  const row = await tx.event.create({ data: event })
  return { type: event.type, id: Number(row.id), at: row.at.toISOString(), data: { ...event.data } }
}

/** @returns the id of the newest event, 0 when there is none */
export async function lastEventId(db: Db): Promise<number> {
  const newest = await db.event.aggregate({ _max: { id: true } })
  return Number(newest._max.id ?? 0)
}
