import { createDb } from '@hub/prisma'
import { countRowsRead, createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readBoard } from './board.store.ts'

const past = 20_000
const now = new Date('2026-11-24T10:00:00Z')
let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: ReturnType<typeof createDb>

beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 1 })
  const day = 24 * 3_600_000
  const openedAt = new Date(now.getTime() - 3 * day)
  await db.incident.createMany({
    data: [
      { id: 'open', cause: {}, isFlapping: false, openedAt, phase: 'failing' },
      { id: 'closed', cause: {}, isFlapping: false, openedAt, closedAt: now, phase: 'closed' },
    ],
  })
  // Of closed incidents, of none, and two that could not be understood.
  await db.$executeRaw`
    INSERT INTO incoming_alerts (id, source, digest, body, alert, received_at, handled_at, alert_at, run_id)
    SELECT gen_random_uuid(), 'observium', 'past' || n, '{}', '{"n": 1}', ${openedAt}, ${openedAt}, ${openedAt},
      CASE WHEN n % 2 = 0 THEN 'sentinel:closed' END
    FROM generate_series(1, ${past}) AS n`
  await db.$executeRaw`
    INSERT INTO incoming_alerts (id, source, digest, body, alert, received_at, handled_at, alert_at, run_id, held_until)
    SELECT gen_random_uuid(), 'observium', name, '{}', alert::jsonb, ${openedAt}, ${openedAt}, at, run, held
    FROM (VALUES
      ('held', '{"is": "held"}', ${openedAt}::timestamptz, NULL, ${now}::timestamptz),
      ('recent', '{"is": "recent"}', ${now}, NULL, NULL),
      ('of the open one', '{"is": "open"}', ${openedAt}, 'sentinel:open', NULL),
      ('all', '{"is": "all"}', ${now}, 'sentinel:open', ${now}),
      ('recent of the closed one', '{"is": "closed"}', ${now}, 'sentinel:closed', NULL),
      ('odd', NULL, ${now}, NULL, ${now})) AS v (name, alert, at, run, held)`
  await db.$executeRaw`ANALYZE incoming_alerts, incidents`
}, 120_000)
afterAll(async () => {
  await db?.$disconnect()
  await base?.close()
})

it('reads the held, the recent and those of open incidents, each once, and no others', async () => {
  let board: Awaited<ReturnType<typeof readBoard>> | undefined
  const read = await countRowsRead(db, 'incoming_alerts', async () => {
    board = await db.$transaction((tx) => readBoard(tx, now))
  })
  expect(board?.incidents.map(({ id }) => id)).toEqual(['open'])
  const told = board?.alerts.map(({ alert, incidentId, isHeld, isRecent }) => ({
    ...Object(alert),
    incidentId,
    isHeld,
    isRecent,
  }))
  expect(told?.toSorted((a, b) => a.is.localeCompare(b.is))).toEqual([
    { is: 'all', incidentId: 'open', isHeld: true, isRecent: true },
    { is: 'closed', incidentId: null, isHeld: false, isRecent: true },
    { is: 'held', incidentId: null, isHeld: true, isRecent: false },
    { is: 'open', incidentId: 'open', isHeld: false, isRecent: false },
    { is: 'recent', incidentId: null, isHeld: false, isRecent: true },
  ])
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(50)
})
