import { createLogger, createMemoryBus } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertRun, type NewRun } from '../engine/runs.store.ts'
import { saveProgress } from './enrich.store.ts'
import { watchNights } from './watch-nights.ts'

const log = createLogger({ name: 'test', level: 'silent' })
let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: ReturnType<typeof createDb>

beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 2 })
})
afterAll(async () => {
  await db.$disconnect()
  await base.close()
})

/** The runs that processes start which come up at an instant. */
async function startedAt(at: string): Promise<string[]> {
  const started: string[] = []
  const clock = { now: () => new Date(at) }
  const ctx = {
    db,
    bus: createMemoryBus(log),
    clock,
    log,
    openTools: () => Promise.reject(new Error('none')),
  }
  const start = async (run: NewRun) => {
    if (await insertRun(db, { ...run, isDryRun: false }, clock.now())) started.push(run.id)
  }
  const stops = [1, 2].map(() => watchNights(ctx, start))
  for (const stop of stops) await stop()
  return started
}

it('starts one run a night, whatever the processes, and makes up for a night when nobody was there', async () => {
  // Nothing was ever read: the first night is still to come.
  expect(await startedAt('2026-11-20T09:00:00Z')).toEqual([])
  await saveProgress(db, new Date('2026-11-19T01:30:00Z'))
  expect(await startedAt('2026-11-20T09:00:00Z')).toEqual(['enrichisseur:2026-11-20'])
  expect(await startedAt('2026-11-21T01:29:00Z')).toEqual([])
  expect(await startedAt('2026-11-21T01:31:00Z')).toEqual(['enrichisseur:2026-11-21'])
})
