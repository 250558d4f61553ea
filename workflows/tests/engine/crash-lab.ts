import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { expect, vi } from 'vitest'
import { insertRun } from '../../src/engine/runs.store.ts'
import { type HubProcess, startProcess } from '../harness/spawn-process.ts'

/** What one run wrote, in order. */
export interface Effects {
  runId: string
  effects: { step: number; worker: number; at: Date }[]
}

/** A database, and workers of the engine that a test may kill. */
export interface CrashLab {
  db: Db
  spawn(): Promise<HubProcess>
  /** Runs that any worker may begin at once. */
  start(count: number, input: { waitsMs: number; stepMs: number }): Promise<void>
  untilDone(timeoutMs: number): Promise<void>
  effects(): Promise<Effects[]>
  close(): Promise<void>
}

const clients = 7
/** Runs this old were left by whoever was giving them to the engine. */
const ageMs = 60_000

export async function startCrashLab(): Promise<CrashLab> {
  const base = await createTestDatabase()
  const db = createDb({ url: base.url, poolSize: 2 })
  await db.$executeRaw`CREATE TABLE effects (id serial, run_id text, step int, worker int, at timestamptz DEFAULT now())`
  const workers: HubProcess[] = []
  return {
    db,
    async spawn() {
      const worker = await startProcess('workflows/tests/engine/crash-worker.ts', {
        env: { DATABASE_URL: base.url },
      })
      workers.push(worker)
      await vi.waitFor(() => expect(worker.output()).toContain('ready'), { timeout: 30_000, interval: 50 })
      return worker
    },
    async start(count, input) {
      const at = new Date(Date.now() - ageMs)
      for (let index = 0; index < count; index++) {
        const run = { id: `run-${index}`, workflow: 'counted', title: 'run', input, isDryRun: false }
        await insertRun(db, { ...run, clientName: `client ${index % clients}` }, at)
      }
    },
    untilDone: (timeout) =>
      vi.waitFor(async () => expect(await findOpen(db)).toEqual([]), { timeout, interval: 250 }),
    effects: () => db.$queryRaw<Effects[]>`
      SELECT run_id AS "runId",
        json_agg(json_build_object('step', step, 'worker', worker, 'at', at) ORDER BY id) AS effects
      FROM effects GROUP BY run_id`,
    async close() {
      await Promise.all(workers.map((worker) => worker.kill()))
      await db.$disconnect()
      await base.close()
    },
  }
}

/** What is not done, in our words and in the engine's. */
function findOpen(db: Db): Promise<unknown[]> {
  return db.$queryRaw`
    SELECT r.id, r.state, r.waiting_for, r.wait_until, r.updated_at, s.status, s.executor_id, s.queue_name
    FROM workflow_runs r LEFT JOIN dbos.workflow_status s ON s.workflow_uuid = r.id
    WHERE r.state <> 'done' ORDER BY r.id LIMIT 5`
}

/** Seconds between two effects of a run that different workers wrote: what taking it over has cost it. */
export function takeOverSeconds(all: readonly Effects[]): number[] {
  return all.flatMap(({ effects }) =>
    effects.flatMap(({ worker, at }, index) => {
      const before = effects[index - 1]
      return before && before.worker !== worker
        ? [(new Date(at).getTime() - new Date(before.at).getTime()) / 1_000]
        : []
    }),
  )
}
