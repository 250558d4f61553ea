import { connect } from 'node:net'
import { openCrowd } from './crowd.ts'
import { approve } from './decide.ts'
import { type BenchProcess, startHub } from './processes.ts'
import type { Lab } from './start-lab.ts'
import { median, quantile } from './statistics.ts'

const sockets = 100

function crowdOf(lab: Lab, hubs: BenchProcess[]) {
  return openCrowd(
    lab.tokens.slice(0, sockets).map((token, index) => ({
      url: `${hubs[index % hubs.length]?.url}/api/safeguard/ws`,
      headers: { authorization: `Bearer ${token}` },
    })),
  )
}

/** Opens a WebSocket and never reads from it. */
function openDeaf(url: string, token: string): Promise<() => void> {
  const { port } = new URL(url)
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
      resolve(() => socket.destroy())
    })
  })
}

/** How much a client that never reads costs: the others' times, and the server's memory in MB. */
export async function measureDeafClient(lab: Lab) {
  const count = 300
  const waiting = await lab.ask(2 * count)
  const hub = await startHub(lab.env)
  const crowd = await crowdOf(lab, [hub])
  const round = async () => {
    const times: number[] = []
    for (const one of waiting.splice(0, count))
      times.push(
        ...(await crowd.timesOf(
          `"${one.id}"`,
          async () => void (await approve(hub.url, String(lab.tokens[0]), one)),
        )),
      )
    return times
  }
  const alone = await round()
  const before = await hub.memoryMb()
  const leave = await openDeaf(hub.url, String(lab.tokens[sockets]))
  const beside = await round()
  const grown = (await hub.memoryMb()) - before
  leave()
  crowd.close()
  await hub.close()
  return { p99Alone: quantile(alone, 0.99), p99Beside: quantile(beside, 0.99), grownMb: grown }
}

/** Two replicas; Redis is frozen, then gone from one moment to the next: how long until every socket hears. */
export async function measureRedisAway(lab: Lab) {
  const waiting = await lab.ask(8)
  const hubs = [await startHub(lab.env, lab.redis.url), await startHub(lab.env, lab.redis.url)]
  const crowd = await crowdOf(lab, hubs)
  const slowest: number[] = []
  for (const [index, one] of waiting.entries()) {
    if (index === 4) await lab.redis.close()
    const times = await crowd.timesOf(
      `"${one.id}"`,
      async () => void (await approve(String(hubs[index % 2]?.url), String(lab.tokens[0]), one)),
    )
    slowest.push(Math.max(...times))
  }
  crowd.close()
  for (const { close } of hubs) await close()
  return { with: median(slowest.slice(0, 4)), without: Math.max(...slowest.slice(4)) }
}
