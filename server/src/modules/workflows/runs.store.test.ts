import { createDb } from '@hub/prisma'
import { countRowsRead, createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countOpen, findRuns, hasOpenRun } from './runs.store.ts'

const ended = 50_000
const open = 30
const now = new Date('2026-11-24T10:00:00Z')
let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: ReturnType<typeof createDb>

beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 1 })
  await db.$executeRaw`
    INSERT INTO workflow_runs (id, workflow, title, input, turn, state, created_at, updated_at, ended_at)
    SELECT 'support:' || n, 'support', 'Ticket', '{}', '-',
      CASE WHEN n > ${open} THEN 'done' WHEN n % 2 = 0 THEN 'parked' ELSE 'waiting' END,
      ${now}::timestamptz + n * interval '1 second', ${now}, CASE WHEN n > ${open} THEN ${now}::timestamptz END
    FROM generate_series(1, ${ended + open}) AS n`
  await db.$executeRaw`ANALYZE workflow_runs`
}, 120_000)
afterAll(async () => {
  await db?.$disconnect()
  await base?.close()
})

it.each([
  ['the counts', async () => (await countOpen(db)).reduce((sum, { count }) => sum + count, 0), open],
  ['the open ones', async () => (await findRuns(db, { state: 'open', limit: 50 })).length, open],
  ['the parked ones', async () => (await findRuns(db, { state: 'parked', limit: 50 })).length, open / 2],
  ['whether there is one', async () => Number(await hasOpenRun(db, 'support')), 1],
] as const)('reads no ended run for %s', async (_name, look, found) => {
  const read = await countRowsRead(db, 'workflow_runs', async () => expect(await look()).toBe(found))
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThanOrEqual(2 * open)
})
