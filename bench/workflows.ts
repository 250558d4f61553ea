import { parseArgs } from 'node:util'
import { createDb, migrate, migrationsDir } from '@hub/prisma'
import { startPostgres } from '../scripts/full/postgres.ts'
import { startWorkers } from './workflows/start-workers.ts'

// node bench/workflows.ts [--runs 300] [--parked 10000] [--resumes 100]: the workflow engine on a real PostgreSQL.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    parked: { type: 'string', default: '10000' },
    resumes: { type: 'string', default: '100' },
  },
})
const [runs, parked, resumes] = [Number(values.runs), Number(values.parked), Number(values.resumes)]
const steps = 10
const postgres = await startPostgres()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN

async function freshDatabase(name: string): Promise<{ url: string; db: ReturnType<typeof createDb> }> {
  const admin = createDb({ url: postgres.adminUrl, poolSize: 1 })
  await admin.$executeRawUnsafe(`CREATE DATABASE ${name}`)
  await admin.$disconnect()
  const url = postgres.adminUrl.replace(/\/postgres$/, `/${name}`)
  await migrate({ url, dir: migrationsDir })
  return { url, db: createDb({ url, poolSize: 4 }) }
}

async function untilCount(db: ReturnType<typeof createDb>, sql: string, wanted: number): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRawUnsafe<{ count: number }[]>(sql)
    if ((row?.count ?? 0) >= wanted) return
    await pause(50)
  }
}

/** Steps per second of runs of empty steps, from the first start to the last end. */
async function measureSteps(kind: 'hub' | 'bare', count: number): Promise<number> {
  const { url, db } = await freshDatabase(`${kind}_${count}`)
  const workers = await startWorkers(kind, url, count)
  const startedAt = performance.now()
  await workers.start({ start: runs })
  const ended =
    kind === 'hub'
      ? `SELECT count(*)::int AS count FROM workflow_runs WHERE state = 'done'`
      : `SELECT count(*)::int AS count FROM dbos.workflow_status WHERE status = 'SUCCESS'`
  await untilCount(db, ended, runs)
  const seconds = (performance.now() - startedAt) / 1_000
  await workers.kill()
  await db.$disconnect()
  return (runs * steps) / seconds
}

for (const count of [1, 4]) {
  const bare = await measureSteps('bare', count)
  const hub = await measureSteps('hub', count)
  const figures = `${(hub / steps).toFixed(1)} runs/s, ${hub.toFixed(0)} steps/s, bare ${bare.toFixed(0)} steps/s`
  console.log(`${count} worker(s): ${figures}, ratio ${(hub / bare).toFixed(2)} (target 0.8)`)
}

const { url, db } = await freshDatabase('parked')
const waiting = `SELECT count(*)::int AS count FROM workflow_runs WHERE state = 'waiting'`
let workers = await startWorkers('hub', url, 1)
const fellAsleepFrom = performance.now()
await workers.start({ start: parked, kind: 'wait' })
await untilCount(db, waiting, parked)
console.log(`${parked} runs parked in ${((performance.now() - fellAsleepFrom) / 1_000).toFixed(1)} s`)
const cpuBefore = await workers.cpuMs()
await pause(10_000)
console.log(
  `processor used by the worker beside ${parked} parked runs: ${((await workers.cpuMs()) - cpuBefore) / 100} %`,
)
await workers.kill()
const restartedFrom = performance.now()
workers = await startWorkers('hub', url, 1)
console.log(`restart with them: ${(performance.now() - restartedFrom).toFixed(0)} ms`)

/** From the call that tells a decision to the recorded end of the run that waited for it. */
const latencies: number[] = []
for (let number = 0; number < resumes; number++) {
  const runId = `wait:${number}`
  const from = performance.now()
  await workers.start({ start: 1, from: number, kind: 'tell' })
  for (;;) {
    const run = await db.workflowRun.findUniqueOrThrow({ where: { id: runId }, select: { state: true } })
    if (run.state === 'done') break
    await pause(2)
  }
  latencies.push(performance.now() - from)
}
const sorted = latencies.toSorted((a, b) => a - b)
console.log(
  `decision told to run ended: p50 ${percentile(sorted, 0.5).toFixed(0)} ms, p99 ${percentile(sorted, 0.99).toFixed(0)} ms (target 100)`,
)
await workers.kill()
await db.$disconnect()
await postgres.close()
