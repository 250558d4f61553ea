import type { DependencyHealth } from '@hub/contracts'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { claimDue } from './health.store.ts'
import { type HealthMonitor, startHealthMonitor } from './health-monitor.ts'

type State = DependencyHealth['state']

const log = createLogger({ name: 'test', level: 'silent' })
const names = ['database', 'bus', 'mcp', 'glpi', 'observium', 'ad', 'mail', 'model'] as const
let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: ReturnType<typeof createDb>
const found = { glpi: 'up' as State }

beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 2 })
})
afterAll(async () => {
  await db.$disconnect()
  await base.close()
})
beforeEach(async () => {
  await db.dependencyState.deleteMany()
  await db.event.deleteMany()
})

/** A process that watches; it looks when it starts. */
function watch(of = db): HealthMonitor {
  const ctx = { db: of, bus: createMemoryBus(log), clock: systemClock, log }
  const up = async () => ({ state: 'up' as State, detail: null })
  const probes = Object.fromEntries(names.map((name) => [name, up])) as Record<
    (typeof names)[number],
    typeof up
  >
  return startHealthMonitor(ctx, { ...probes, glpi: async () => ({ state: found.glpi, detail: null }) })
}

/** Starts a process that finds GLPI in a state, and ends it. @returns what it told of GLPI */
async function lookOnce(state: State): Promise<string | undefined> {
  found.glpi = state
  const monitor = watch()
  const before = (await db.dependencyState.findUnique({ where: { name: 'glpi' } }))?.checkedAt
  await vi.waitFor(async () => {
    const now = await db.dependencyState.findUnique({ where: { name: 'glpi' } })
    expect(now?.checkedAt?.getTime()).toBeGreaterThan(before?.getTime() ?? 0)
  })
  const told = (await monitor.report()).find(({ name }) => name === 'glpi')
  await monitor.close()
  return told?.state
}

const changes = async () =>
  (await db.event.findMany({ where: { type: 'workflow:health_change' }, orderBy: { id: 'asc' } })).map(
    ({ data }) => data,
  )

it('tells a change once, after two looks that agree, whichever processes looked and however often they restart', async () => {
  expect(await lookOnce('up')).toBe('up')
  expect(await lookOnce('down')).toBe('up')
  expect(await changes()).toEqual([])
  expect(await lookOnce('down')).toBe('down')
  expect(await lookOnce('down')).toBe('down')
  expect(await lookOnce('up')).toBe('down')
  expect(await lookOnce('up')).toBe('up')
  expect(await changes()).toEqual([
    expect.objectContaining({ name: 'glpi', from: 'up', to: 'down' }),
    expect.objectContaining({ name: 'glpi', from: 'down', to: 'up' }),
  ])
})

it('lets one process look for all', async () => {
  const all = await Promise.all([1, 2, 3].map(() => claimDue(db, names)))
  expect(all.flat().toSorted()).toEqual(names.toSorted())
})

it('tells from memory that the database is away', async () => {
  const gone = createDb({ url: 'postgresql://nobody@127.0.0.1:1/none' })
  const monitor = watch(gone)
  await monitor.close()
  expect(await monitor.report()).toEqual([expect.objectContaining({ name: 'database', state: 'up' })])
  await gone.$disconnect()
})
