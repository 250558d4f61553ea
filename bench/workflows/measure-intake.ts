import { z } from 'zod'
import { load, median } from './figures.ts'
import type { BenchPostgres } from './fresh-database.ts'
import { sampleAlert } from './sample-alert.ts'
import { type Child, sendFrom, startChild } from './start-child.ts'

const rounds = 5
const lanes = 64
const secret = 'a-webhook-secret-of-the-bench'
const Hello = z.object({ url: z.string() })

/** Notifications taken per second, ours (known sender, once each, kept) and a bare route's that inserts one row. */
export async function measureIntake(postgres: BenchPostgres, count: number): Promise<void> {
  const rates = { hub: [] as number[], bare: [] as number[] }
  const slowest = { hub: [] as number[], bare: [] as number[] }
  const databases = { hub: await postgres.fresh('intake'), bare: await postgres.fresh('bare_route') }
  const receivers: Partial<Record<'hub' | 'bare', Child>> = {}
  for (const kind of ['hub', 'bare'] as const)
    receivers[kind] = await startChild('receiver', {
      BENCH_KIND: kind,
      BENCH_DATABASE_URL: databases[kind].url,
      BENCH_SECRET: secret,
    })
  const loader = await startChild('loader')
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round++)
    for (const kind of ['bare', 'hub'] as const) {
      const { url } = Hello.parse(receivers[kind]?.hello)
      const bodies = Array.from({ length: count }, (_, at) => JSON.stringify(sampleAlert(round * count + at)))
      const { accepted, seconds, p99 } = await sendFrom(loader, { url, secret, bodies, lanes })
      if (accepted !== count) throw new Error(`${kind} took ${accepted} of ${count}`)
      if (round === 0) continue
      rates[kind].push(accepted / seconds)
      slowest[kind].push(p99)
    }
  const kept = await databases.hub.db.incomingAlert.count()
  const ratios = rates.hub.map((rate, at) => rate / (rates.bare[at] ?? Number.NaN))
  const each = ratios.map((ratio) => ratio.toFixed(2)).join(' ')
  console.log(
    `webhook: ${median(rates.hub).toFixed(0)}/s (target 2000), p99 ${median(slowest.hub).toFixed(0)} ms; bare route ${median(rates.bare).toFixed(0)}/s, p99 ${median(slowest.bare).toFixed(0)} ms; ratio ${median(ratios).toFixed(2)} of ${each} (target 0.5); ${kept} kept of ${(rounds + 1) * count}, ${load()}`,
  )
  await Promise.all([loader, ...Object.values(receivers)].map((child) => child.kill()))
  await Promise.all(Object.values(databases).map(({ db }) => db.$disconnect()))
}
