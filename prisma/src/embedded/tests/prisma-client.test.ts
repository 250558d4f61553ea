import { expect, it } from 'vitest'
import { createDb } from '../../client.ts'
import { createTestDatabase } from '../../testing/index.ts'

it('serves Prisma: concurrent queries and interactive transactions through one client', async () => {
  const database = await createTestDatabase()
  const db = createDb({ url: database.url, poolSize: 6 })
  const move = (lane: number) =>
    db.$transaction(async (tx) => {
      const before = await tx.event.count({ where: { type: 'move' } })
      await tx.event.create({ data: { at: new Date(), type: 'move', data: { before, lane } } })
    })
  const look = async (lane: number) => {
    const { id } = await db.event.create({
      data: { at: new Date(), type: `look-${lane}`, data: { text: 'é'.repeat(70_000) } },
    })
    const found = await db.event.findUniqueOrThrow({ where: { id } })
    expect(found.type).toBe(`look-${lane}`)
  }
  const lane = async (number: number) => {
    for (let i = 0; i < 15; i += 1) await Promise.all([move(number), look(number)])
  }
  await Promise.all(Array.from({ length: 6 }, (_, number) => lane(number)))

  const moves = await db.event.findMany({ where: { type: 'move' }, select: { data: true } })
  const counts = moves.map(({ data }) => (data as { before: number }).before).sort((a, b) => a - b)
  await db.$disconnect()
  await database.close()
  expect(counts).toHaveLength(90)
  // On the embedded database transactions follow each other, so each one saw all those before it.
  if (!process.env.TEST_DATABASE_ADMIN_URL) expect(counts).toEqual(counts.map((_, index) => index))
}, 60_000)
