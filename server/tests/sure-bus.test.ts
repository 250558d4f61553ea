import type { HubEvent } from '@hub/contracts'
import { type BusSubscriber, createLogger, type EventBus, systemClock } from '@hub/kernel'
import { appendEvents, createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createSureBus } from '../src/events/create-sure-bus.ts'

let db: Db
let closeDatabase: () => Promise<void>
beforeAll(async () => {
  const database = await createTestDatabase()
  db = createDb({ url: database.url, poolSize: 2 })
  closeDatabase = database.close
})
afterAll(async () => {
  await db?.$disconnect()
  await closeDatabase?.()
})

/** A bus between processes that can be away; `bring` is the word of another process. */
function createLine() {
  const subscribers = new Set<BusSubscriber>()
  let isUp = true
  const bus: EventBus = {
    publish: async (event) => {
      if (isUp) for (const subscriber of subscribers) await subscriber.onEvent(event)
    },
    subscribe: (subscriber) => {
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
    isUp: () => isUp,
    close: async () => undefined,
  }
  const come = async (up: boolean) => {
    isUp = up
    if (up) for (const subscriber of subscribers) await subscriber.onResync?.()
  }
  return { bus, come }
}

let line: ReturnType<typeof createLine>
let sure: EventBus
let told: number[]
beforeEach(async () => {
  line = createLine()
  told = []
  const log = createLogger({ name: 'test', level: 'silent' })
  sure = await createSureBus(line.bus, { db, log, clock: systemClock })
  sure.subscribe({ onEvent: ({ id }) => void told.push(id) })
})
afterEach(() => sure.close())

async function write(): Promise<HubEvent> {
  const data = { approvalId: 'APR-2026-000001' }
  const [event] = await appendEvents(db, [{ type: 'safeguard:request_approved', at: new Date(), data }])
  if (!event) throw new Error('nothing was written')
  return event
}
const soon = (check: () => void, timeout = 3_000) => vi.waitFor(check, { timeout, interval: 20 })

it('tells an event of its own once, though the bus brings it back', async () => {
  const event = await write()
  await sure.publish(event)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toEqual([event.id])
})

it('tells its own events while the bus is away, and those of others from the database', async () => {
  await line.come(false)
  const own = await write()
  await sure.publish(own)
  const others = [await write(), await write()]
  await soon(() => expect(told).toEqual([own.id, ...others.map(({ id }) => id)]))
})

it('tells what was missed when the bus is back, and nothing twice', async () => {
  const first = await write()
  await line.come(false)
  const second = await write()
  await line.come(true)
  await soon(() => expect(told).toEqual([first.id, second.id]))
  await line.bus.publish(second)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toEqual([first.id, second.id])
})

it('tells an event whose process died before its word, and one that was committed late', async () => {
  const late = await db.$queryRaw<
    { id: bigint }[]
  >`SELECT nextval(pg_get_serial_sequence('events', 'id')) AS id`
  const lateId = Number(late[0]?.id)
  const next = await write()
  await sure.publish(next)
  const data = { approvalId: 'APR-2026-000002' }
  await db.event.create({ data: { id: lateId, type: 'safeguard:new_request', at: new Date(), data } })
  await soon(() => expect(told).toEqual([next.id, lateId]), 13_000)
}, 20_000)

it('tells an event that was committed late below a thousand others, once', async () => {
  const [late] = await db.$queryRaw<
    { id: bigint }[]
  >`SELECT nextval(pg_get_serial_sequence('events', 'id')) AS id`
  const lateId = Number(late?.id)
  const row = { type: 'safeguard:request_viewed', at: new Date(), data: {} }
  await db.event.createMany({ data: Array.from({ length: 5_000 }, () => row) })
  await line.come(true)
  await soon(() => expect(told).toHaveLength(5_000), 10_000)
  expect(told).not.toContain(lateId)
  await db.event.create({ data: { ...row, id: lateId } })
  await line.come(true)
  await line.come(true)
  await soon(() => expect(told.at(-1)).toBe(lateId), 10_000)
  expect(told).toHaveLength(5_001)
}, 30_000)

it('looks again at what began just before it did', async () => {
  const [late] = await db.$queryRaw<
    { id: bigint }[]
  >`SELECT nextval(pg_get_serial_sequence('events', 'id')) AS id`
  await write()
  const log = createLogger({ name: 'test', level: 'silent' })
  const next = createLine()
  const other = await createSureBus(next.bus, { db, log, clock: systemClock })
  const heard: number[] = []
  other.subscribe({ onEvent: ({ id }) => void heard.push(id) })
  const row = { type: 'safeguard:request_viewed', at: new Date(), data: {} }
  await db.event.create({ data: { ...row, id: Number(late?.id) } })
  await next.come(true)
  await soon(() => expect(heard).toEqual([Number(late?.id)]))
  await other.close()
})

it('looks no further back than two minutes', async () => {
  const old = { type: 'safeguard:request_viewed', at: new Date(Date.now() - 200_000), data: {} }
  const [late] = await db.$queryRaw<
    { id: bigint }[]
  >`SELECT nextval(pg_get_serial_sequence('events', 'id')) AS id`
  await db.event.create({ data: old })
  await line.come(true)
  await line.come(true)
  const count = told.length
  await db.event.create({ data: { ...old, id: Number(late?.id) } })
  await line.come(true)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(told).toHaveLength(count)
})

it('does not tell what was before it began', async () => {
  await line.come(true)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toEqual([])
})

it('goes on when one that listens fails', async () => {
  const heard: HubEvent[] = []
  sure.subscribe({ onEvent: () => Promise.reject(new Error('broken')) })
  sure.subscribe({ onEvent: (event) => void heard.push(event) })
  await sure.publish(await write())
  await soon(() => expect(heard).toHaveLength(1))
})
