import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '@hub/prisma'
import { load, percentile, secondsSince, until } from './figures.ts'
import type { BenchPostgres } from './fresh-database.ts'
import { startWorkers, type Workers } from './start-workers.ts'

const watchedMs = 60_000

/** What runs that wait for a decision cost, and how fast one goes on: before a restart and after it. */
export async function measureParked(
  postgres: BenchPostgres,
  { parked, resumes }: { parked: number; resumes: number },
): Promise<void> {
  const { url, db } = await postgres.fresh('parked')
  let workers = await startWorkers('hub', url, 1)
  const emptyBytes = await workers.memoryBytes()
  const idle = await cpuShare(workers)
  const from = performance.now()
  await workers.start({ start: parked, kind: 'wait' })
  await until(async () => (await db.workflowRun.count({ where: { state: 'waiting' } })) === parked)
  console.log(`${parked} runs parked in ${secondsSince(from).toFixed(1)} s, ${load()}`)
  const share = await cpuShare(workers)
  const bytes = await workers.memoryBytes()
  console.log(
    `beside them the worker used ${share.toFixed(2)} % of a processor over 60 s (${idle.toFixed(2)} % with none), and ${mib(bytes)} MiB (${mib(emptyBytes)} with none), ${load()}`,
  )
  tellLatencies('decision told to run ended', await resumeSome({ db, workers, from: 0, count: resumes }))
  await workers.kill()
  const restartedFrom = performance.now()
  workers = await startWorkers('hub', url, 1)
  const ready = secondsSince(restartedFrom)
  const first = await resumeSome({ db, workers, from: resumes, count: 1 })
  console.log(
    `restart with them: ready after ${ready.toFixed(2)} s, the first decision then ${first[0]?.toFixed(0)} ms, ${mib(await workers.memoryBytes())} MiB`,
  )
  tellLatencies('after the restart', await resumeSome({ db, workers, from: resumes + 1, count: resumes }))
  const allFrom = performance.now()
  const next = 2 * resumes + 1
  await workers.start({ start: parked - next, from: next, kind: 'tell' })
  await until(async () => (await db.workflowRun.count({ where: { state: 'done' } })) === parked)
  console.log(
    `all ${parked - next} others told and ended in ${secondsSince(allFrom).toFixed(1)} s, ${load()}`,
  )
  await workers.kill()
  await db.$disconnect()
}

/** Share of one processor over a minute, in percent. */
async function cpuShare(workers: Workers): Promise<number> {
  const before = await workers.cpuMs()
  await wait(watchedMs)
  return (((await workers.cpuMs()) - before) / watchedMs) * 100
}

/** From the call that tells a decision to the recorded end of the run that waited for it, in milliseconds. */
async function resumeSome({
  db,
  workers,
  from,
  count,
}: {
  db: Db
  workers: Workers
  from: number
  count: number
}): Promise<number[]> {
  const latencies: number[] = []
  for (let number = from; number < from + count; number++) {
    const startedAt = performance.now()
    await workers.start({ start: 1, from: number, kind: 'tell' })
    const isDone = async () => {
      const where = { id: `wait:${number}` }
      return (await db.workflowRun.findUniqueOrThrow({ where, select: { state: true } })).state === 'done'
    }
    await until(isDone, 2)
    latencies.push(performance.now() - startedAt)
  }
  return latencies
}

function tellLatencies(what: string, latencies: readonly number[]): void {
  const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)]
  console.log(`${what}: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms (target 100), ${load()}`)
}

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
