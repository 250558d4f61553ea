import { EventType, type HubEvent } from '@hub/contracts'
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

/** Events with an id above `id`, oldest first; ids are given before the commit, so a lower one can still come later. */
export async function eventsAfter(db: Db, id: number, limit: number): Promise<HubEvent[]> {
  const rows = await db.event.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' }, take: limit })
  return rows.map((row) => ({
    type: EventType.parse(row.type),
    id: Number(row.id),
    at: row.at.toISOString(),
    data: row.data as HubEvent['data'],
  }))
}

/** @returns the id of the newest event, 0 when there is none */
export async function lastEventId(db: Db): Promise<number> {
  const newest = await db.event.aggregate({ _max: { id: true } })
  return Number(newest._max.id ?? 0)
}

/** Longer than any transaction lasts: after this long no event is committed below one that could be read. */
const settledAfterMs = 120_000

/**
 * Where to read from to miss nothing that is committed late: up to this event, all there will ever be could be read
 * at `readAt`.
 * @param read.readAt when the events up to `read.id` were read
 * @returns the id of an event, 0 when all are too new
 */
export async function settledEventId(db: Db, read: { id: number; readAt: Date }): Promise<number> {
  const before = new Date(read.readAt.getTime() - settledAfterMs)
  const settled = await db.event.findFirst({
    where: { id: { lte: read.id }, at: { lt: before } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return Number(settled?.id ?? 0)
}

/** When an event happened, null for one that is not there. */
export async function eventTime(db: Db, id: number): Promise<Date | null> {
  const event = await db.event.findUnique({ where: { id }, select: { at: true } })
  return event?.at ?? null
}
