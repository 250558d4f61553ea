import { EventType, type HubEvent } from '@hub/contracts'
import type { Db, Prisma, Tx } from './client.ts'

/** Something to tell, before it has its id. */
export interface NewEvent {
  type: EventType
  at: Date
  data: Prisma.InputJsonObject
}

/**
 * Records events in the transaction of what they tell; publish them on the bus after the commit.
 * @returns the events in their order, each with its growing id
 */
export async function appendEvents(tx: Tx | Db, events: NewEvent[]): Promise<HubEvent[]> {
  if (events.length === 0) return []
  const rows = await tx.$queryRaw<{ ids: bigint[] }[]>`
    SELECT tell_events(${JSON.stringify(events)}::jsonb) AS ids`
  return numberedEvents(events, rows[0]?.ids ?? [])
}

/** Events as they are told, once the database has given them their ids. */
export function numberedEvents(events: NewEvent[], ids: bigint[]): HubEvent[] {
  return events.map(({ type, at, data }, index) => {
    const id = ids[index]
    if (id === undefined) throw new Error(`${type} was given no id`)
    return { type, id: Number(id), at: at.toISOString(), data: { ...data } }
  })
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
