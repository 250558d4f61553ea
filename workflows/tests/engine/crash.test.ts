import { setTimeout as wait } from 'node:timers/promises'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { insertRun } from '../../src/engine/runs.store.ts'
import { type HubProcess, startProcess } from '../harness/spawn-process.ts'

const isLong = process.env.HUB_CONFORMANCE === 'long'
const kills = isLong ? 100 : 6
const runs = isLong ? 300 : 40
/** A dead worker is silent for this long before another one takes over its runs, in milliseconds. */
const takeOverMs = 45_000

let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: Db
const workers: HubProcess[] = []

beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 2 })
  await db.$executeRaw`CREATE TABLE effects (run_id text, step int, at timestamptz DEFAULT now())`
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()))
  await db.$disconnect()
  await base.close()
})

async function spawn(): Promise<HubProcess> {
  const worker = await startProcess('workflows/tests/engine/crash-worker.ts', {
    env: { DATABASE_URL: base.url },
  })
  workers.push(worker)
  await vi.waitFor(() => expect(worker.output()).toContain('ready'), { timeout: 30_000, interval: 50 })
  return worker
}

it(`ends every run once, in order, though its workers are killed ${kills} times`, async () => {
  const now = new Date()
  for (let index = 0; index < runs; index++) {
    const run = { id: `run-${index}`, workflow: 'counted', title: 'run', input: { waitsMs: 500 } }
    await insertRun(db, { ...run, clientName: `client ${index % 7}`, isDryRun: false }, now)
  }
  let [killed, other] = await Promise.all([spawn(), spawn()])
  for (let kill = 0; kill < kills; kill++) {
    await wait(200 + Math.random() * 1_500)
    await killed.kill()
    ;[killed, other] = [other, await spawn()]
  }
  const left = () => db.workflowRun.count({ where: { state: { not: 'done' } } })
  await vi.waitFor(async () => expect(await left()).toBe(0), {
    timeout: takeOverMs + runs * 200,
    interval: 500,
  })
  const effects = await db.$queryRaw<{ runId: string; steps: number[] }[]>`
    SELECT run_id AS "runId", array_agg(step ORDER BY at) AS steps FROM effects GROUP BY run_id`
  expect(effects).toHaveLength(runs)
  for (const { steps } of effects) {
    // The step that was cut short is repeated; none is left out, none comes again later.
    expect(steps.toSorted((a, b) => a - b)).toEqual(steps)
    expect(new Set(steps)).toEqual(new Set([0, 1, 2, 3, 4]))
  }
  const repeated = effects.reduce((sum, { steps }) => sum + steps.length - 5, 0)
  expect(repeated).toBeLessThanOrEqual(kills * 20)
}, 600_000)
