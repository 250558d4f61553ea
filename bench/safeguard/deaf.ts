import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger, createRedisBus, type EventBus } from '@hub/kernel'
import { type Crowd, openCrowd, socketAddress } from './crowd.ts'
import { type BenchProcess, startHub } from './processes.ts'
import type { Lab } from './start-lab.ts'
import { median, quantile } from './statistics.ts'

const readers = 20
const pairs = 7
/** Five megabytes to each socket: beyond what the system keeps for a socket and what the Hub allows on top. */
const eventsPerBurst = 5_000
const eventBytes = 1_000

/**
 * How much a client that never reads costs, beside readers of the same bursts of events: the readers' times, and the
 * memory of the server in MB. Bursts come as another replica tells them, in turns without and with that client.
 */
export async function measureDeafClient(lab: Lab) {
  const hub = await startHub(lab.env, lab.redis.url)
  const bus = createRedisBus(lab.redis.url, createLogger({ name: 'bench', level: 'silent' }))
  while (!bus.isUp()) await sleep(50)
  const crowd = await openCrowd(
    lab.tokens.slice(0, readers).map((token, index) => socketAddress([hub], index, token)),
  )
  const burst = createBursts(bus, crowd)
  await burst()
  const alone: number[] = []
  const beside: number[] = []
  const grown: number[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    alone.push(...(await burst()))
    const before = await hub.memoryMb()
    const leave = await openDeaf(hub, String(lab.tokens[readers]))
    beside.push(...(await burst()))
    grown.push((await hub.memoryMb()) - before)
    leave()
  }
  crowd.close()
  await bus.close()
  await hub.close()
  return {
    p99Alone: quantile(alone, 0.99),
    p99Beside: quantile(beside, 0.99),
    grownMb: median(grown),
  }
}

/** @returns what tells a burst, and waits until every reader has its last event; milliseconds, per reader */
function createBursts(bus: EventBus, crowd: Crowd): () => Promise<number[]> {
  let id = 1_000_000_000
  return () => {
    const mark = `burst-${id}`
    return crowd.timesOf(mark, async () => {
      for (let n = 1; n <= eventsPerBurst; n += 1) {
        id += 1
        const text = n === eventsPerBurst ? mark : 'x'.repeat(eventBytes)
        const at = new Date().toISOString()
        void bus.publish({ id, at, type: 'safeguard:request_approved', data: { approvalId: text } })
      }
    })
  }
}

/** Opens a WebSocket and never reads from it. */
function openDeaf(hub: BenchProcess, token: string): Promise<() => void> {
  const { port } = new URL(hub.url)
  const socket = connect(Number(port), '127.0.0.1')
  const lines = [
    'GET /api/safeguard/ws HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Authorization: Bearer ${token}`,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('readable', () => {
      socket.pause()
      // the server cuts it off: that is the point
      socket.removeAllListeners('error').on('error', () => undefined)
      resolve(() => socket.destroy())
    })
  })
}
