import { quantile } from '../safeguard/statistics.ts'
import { ask, type Heard, type Way } from './ask.ts'
import type { Lab } from './start-lab.ts'

export interface Latency {
  first: { p50: number; p99: number }
  token: { p50: number; p99: number }
}

const tokens = 60
const everyMs = 20

/** First token and per token at so many streams at once, each way in turn in one run; milliseconds. */
export async function measureLatency(
  lab: Lab,
  { streams, questions }: { streams: number; questions: number },
): Promise<Record<Way, Latency>> {
  const heard: Record<Way, Heard[]> = { direct: [], hub: [] }
  let next = 0
  for (const round of ['warm', 'counted', 'counted'])
    for (const way of ['direct', 'hub'] as const) {
      const each = round === 'warm' ? 1 : Math.ceil(questions / streams / 2)
      const lanes = Array.from({ length: streams }, async (_, lane) => {
        // Lanes start one after the other, as people do.
        await new Promise((resolve) => setTimeout(resolve, (lane * tokens * everyMs) / streams))
        for (let n = 0; n < each; n += 1) {
          const asker = lab.askers[next++ % lab.askers.length]
          if (!asker) throw new Error('nobody asks')
          const one = await ask(lab, way, { tokens, everyMs, asker })
          if (!one.isWhole) throw new Error(`${way}: ${one.tokens} of ${tokens} tokens`)
          if (round === 'counted') heard[way].push(one)
        }
      })
      await Promise.all(lanes)
    }
  return { direct: summary(heard.direct), hub: summary(heard.hub) }
}

function summary(heard: Heard[]): Latency {
  const firsts = heard.map(({ firstMs }) => firstMs)
  const delays = heard.flatMap(({ delaysMs }) => delaysMs)
  return {
    first: { p50: quantile(firsts, 0.5), p99: quantile(firsts, 0.99) },
    token: { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99) },
  }
}
