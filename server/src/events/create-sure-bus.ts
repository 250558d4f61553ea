import type { HubEvent } from '@hub/contracts'
import { type Clock, type EventBus, type Logger, SubscriberSet } from '@hub/kernel'
import { type Db, eventsAfter, lastEventId } from '@hub/prisma'
import { RecentIds } from './recent-ids.ts'

/** How often the database is asked for what the bus did not carry. */
const periodMs = { up: 10_000, down: 1_000 }
/** An event can be committed after one with a higher id: so many below the last one are looked at again. */
const overlap = 200
const batch = 500

/**
 * A bus that misses nothing: events of this process are told here at once, those of others as the bus brings them,
 * and what it did not bring (it was away, or a process died between its commit and its word) is read from the
 * database. Each event is told once. Closing it leaves `bus` open.
 */
export async function createSureBus(
  bus: EventBus,
  parts: { db: Db; log: Logger; clock: Clock },
): Promise<EventBus> {
  const { db, log } = parts
  const subscribers = new SubscriberSet(log)
  const seen = new RecentIds(4_000)
  let readUpTo = await lastEventId(db)
  for (const { id } of await eventsAfter(db, readUpTo - overlap, overlap)) seen.add(id)

  const deliver = (event: HubEvent) => {
    if (seen.add(event.id)) subscribers.deliver(event)
  }
  const readNew = async () => {
    for (;;) {
      const events = await eventsAfter(db, readUpTo - overlap, batch)
      for (const event of events) deliver(event)
      const last = events.at(-1)
      if (!last || last.id <= readUpTo) return
      readUpTo = last.id
    }
  }

  let reading: Promise<void> = Promise.resolve()
  let readAt = performance.now()
  const catchUp = () => {
    readAt = performance.now()
    reading = reading.then(readNew).catch((err: unknown) => log.warn({ err }, 'events could not be read'))
    return reading
  }
  const timer = setInterval(() => {
    const isDue = performance.now() - readAt >= (bus.isUp() ? periodMs.up : periodMs.down)
    if (isDue) void catchUp()
  }, periodMs.down)
  const end = bus.subscribe({
    onEvent: deliver,
    onResync: async () => {
      await catchUp()
      subscribers.resync()
    },
  })
  return {
    async publish(event) {
      deliver(event)
      await bus.publish(event)
    },
    subscribe: (subscriber) => subscribers.add(subscriber),
    isUp: () => bus.isUp(),
    async close() {
      clearInterval(timer)
      end()
      subscribers.clear()
      await reading
    },
  }
}
