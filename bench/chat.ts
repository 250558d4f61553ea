import { type Latency, measureLatency } from './chat/measure-latency.ts'
import { measureStop } from './chat/measure-leaving.ts'
import { measureMemory, measureOrder } from './chat/measure-load.ts'
import { startLab } from './chat/start-lab.ts'

// What the Hub adds to a model server: node bench/chat.ts. Login, quota, history and redaction of logs are on; the
// same server is asked directly in the same run. The stop button, order, and memory of open streams.

// A share of the questions and tokens, for a quick look: node bench/chat.ts 0.2
const share = Number(process.argv[2] ?? 1)
const lab = await startLab(400)
const ms = (value: number) => `${value.toFixed(1)} ms`
const added = (hub: Latency, direct: Latency, what: 'first' | 'token', share: 'p50' | 'p99') =>
  `${share} ${ms(direct[what][share])} -> ${ms(hub[what][share])} (+${ms(hub[what][share] - direct[what][share])}, ratio ${(hub[what][share] / direct[what][share]).toFixed(2)})`
try {
  for (const [streams, questions] of [
    [1, 40],
    [20, 400],
    [50, 600],
  ] as const) {
    const { hub, direct } = await measureLatency(lab, { streams, questions: questions * share })
    console.log(
      `${streams} streams, first token: ${added(hub, direct, 'first', 'p50')}; ${added(hub, direct, 'first', 'p99')}`,
    )
    console.log(
      `${streams} streams, per token: ${added(hub, direct, 'token', 'p50')}; ${added(hub, direct, 'token', 'p99')}`,
    )
  }
  const stop = await measureStop(lab, 20)
  console.log(
    `stop to a free model: p50 ${ms(stop.p50)}, worst ${ms(stop.worst)}; a reader who leaves stops nothing`,
  )
  const kilobytes = await measureMemory(lab, 200)
  console.log(`200 open streams: ${kilobytes.toFixed(0)} KB each`)
  const order = await measureOrder(lab, { streams: 20, tokens: Math.round(50_000 * share) })
  console.log(
    `${order.tokens} tokens ${order.isWhole ? 'in order, none lost' : 'NOT WHOLE'}, ${order.perSecond.toFixed(0)}/s, ${order.resumes} resumes`,
  )
} finally {
  await lab.close()
}
