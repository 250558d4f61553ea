import type { HubEvent } from '@hub/contracts'
import { type Clock, type EventBus, type Logger, SubscriberSet } from '@hub/kernel'
import { type Db, eventsAfter, settledEventId } from '@hub/prisma'
import { RecentIds } from './recent-ids.ts'

/** How often the database is asked for what the bus did not carry. */
const periodMs = { up: 10_000, down: 1_000 }
const batch = 500
/** Ids of the past that the bus may still bring back. */
const rememberedIds = 4_000

/**
 * A bus that misses nothing: events of this process are told here at once, those of others as the bus brings them,
 * and what it did not bring (it was away, or a process died between its commit and its word) is read from the
 * database. An event can be committed after one with a higher id: those of the last two minutes are looked at again.
 * Each event is told once. Closing it leaves `bus` open.
 */
export async function createSureBus(
  bus: EventBus,
  parts: { db: Db; log: Logger; clock: Clock },
): Promise<EventBus> {
  const { db, log, clock } = parts
  const subscribers = new SubscriberSet(log)
  const seen = new RecentIds(rememberedIds)
  const deliver = (event: HubEvent) => {
    if (seen.add(event.id)) subscribers.deliver(event)
  }
  let settled = await settledEventId(db, { id: Number.MAX_SAFE_INTEGER, readAt: clock.now() })
  const readNew = async (onEvent = deliver) => {
    const readAt = clock.now()
    const last = await readAfter(db, settled, onEvent)
    settled = await settledEventId(db, { id: last, readAt })
    seen.settle(settled)
  }
  await readNew(({ id }) => void seen.add(id))

  let reading: Promise<void> = Promise.resolve()
  let readAt = performance.now()
  const catchUp = () => {
    readAt = performance.now()
    reading = reading
      .then(() => readNew())
      .catch((err: unknown) => log.warn({ err }, 'events could not be read'))
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

/** @returns the last id that was read */
async function readAfter(db: Db, id: number, onEvent: (event: HubEvent) => void): Promise<number> {
  let last = id
  for (;;) {
    const events = await eventsAfter(db, last, batch)
    for (const event of events) onEvent(event)
    last = events.at(-1)?.id ?? last
    if (events.length < batch) return last
  }
}
