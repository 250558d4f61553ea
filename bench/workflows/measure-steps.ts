import { load, median, secondsSince, until } from './figures.ts'
import type { BenchPostgres } from './fresh-database.ts'
import { startWorkers } from './start-workers.ts'

const steps = 10
const rounds = 3
/** Runs per worker before the clock starts: a program that has just begun measures its compiler. */
const warmUp = 100

/** Steps per second of runs of empty steps, ours and the bare engine's by turns, at 1 and 4 workers. */
export async function measureSteps(postgres: BenchPostgres, runs: number): Promise<void> {
  for (const workers of [1, 4]) {
    const bare: number[] = []
    const hub: number[] = []
    for (let round = 0; round < rounds; round++) {
      bare.push(await stepsPerSecond(postgres, { kind: 'bare', workers, runs, round }))
      hub.push(await stepsPerSecond(postgres, { kind: 'hub', workers, runs, round }))
    }
    const ratios = hub.map((one, round) => one / (bare[round] ?? Number.NaN))
    const each = ratios.map((ratio) => ratio.toFixed(2)).join(' ')
    console.log(
      `${workers} worker(s): ${(median(hub) / steps).toFixed(1)} runs/s, ${median(hub).toFixed(0)} steps/s, bare ${median(bare).toFixed(0)} steps/s, ratio ${median(ratios).toFixed(2)} of ${each} (target 0.8), ${load()}`,
    )
  }
}

interface Round {
  kind: 'hub' | 'bare'
  workers: number
  runs: number
  round: number
}

/** From the first start to the last end. */
async function stepsPerSecond(
  postgres: BenchPostgres,
  { kind, workers, runs, round }: Round,
): Promise<number> {
  const { url, db } = await postgres.fresh(`${kind}_${workers}_${round}`)
  const crew = await startWorkers(kind, url, workers)
  const ended =
    kind === 'hub'
      ? `SELECT count(*)::int AS count FROM workflow_runs WHERE state = 'done'`
      : `SELECT count(*)::int AS count FROM dbos.workflow_status WHERE status = 'SUCCESS'`
  const untilEnded = (wanted: number) =>
    until(async () => {
      const [row] = await db.$queryRawUnsafe<{ count: number }[]>(ended)
      return row?.count === wanted
    })
  const before = warmUp * workers
  await crew.start({ start: before, from: runs })
  await untilEnded(before)
  const from = performance.now()
  await crew.start({ start: runs })
  await untilEnded(before + runs)
  const seconds = secondsSince(from)
  await crew.kill()
  await db.$disconnect()
  return (runs * steps) / seconds
}
