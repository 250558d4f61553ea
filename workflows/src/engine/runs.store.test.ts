import { createDb } from '@hub/prisma'
import { countRowsRead, createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDue, findSilent } from './runs.store.ts'

const ended = 50_000
const open = 30
const now = new Date('2026-11-24T10:00:00Z')
let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: ReturnType<typeof createDb>

beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 1 })
  // Ended ones have news that nobody took any more; open ones are at work or asleep in turn.
  await db.$executeRaw`
    INSERT INTO workflow_runs (id, workflow, title, input, turn, state, wait_topics, created_at, updated_at, ended_at)
    SELECT 'support:' || n, 'support', 'Ticket', '{}', '-',
      CASE WHEN n <= ${ended} THEN 'done' WHEN n % 3 = 0 THEN 'running' WHEN n % 3 = 1 THEN 'waiting' ELSE 'parked' END,
      '{retry}', ${now}::timestamptz - interval '1 day', ${now}::timestamptz - interval '1 hour',
      CASE WHEN n <= ${ended} THEN ${now}::timestamptz END
    FROM generate_series(1, ${ended + open}) AS n`
  await db.$executeRaw`
    INSERT INTO workflow_signals (run_id, topic, key, body, at)
    SELECT id, 'retry', 'k', '{}', ${now} FROM workflow_runs`
  await db.$executeRaw`ANALYZE workflow_runs, workflow_signals`
}, 120_000)
afterAll(async () => {
  await db?.$disconnect()
  await base?.close()
})

it('reads no ended run to find those with news and those that are silent', async () => {
  let due: { id: string }[] = []
  let silent: { id: string }[] = []
  const read = await countRowsRead(db, 'workflow_runs', async () => {
    due = await findDue(db, now, 100)
    silent = await findSilent(db, { before: now, limit: 100 })
  })
  expect(due.length).toBe(20)
  expect(silent.length).toBe(10)
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(3 * open)
})
