import { openCrowd, socketAddress } from './crowd.ts'
import { approve } from './decide.ts'
import { startHub } from './processes.ts'
import type { Lab } from './start-lab.ts'
import { median } from './statistics.ts'

const sockets = 100

/** Two replicas; Redis is frozen, then gone from one moment to the next: how long until every socket hears. */
export async function measureRedisAway(lab: Lab) {
  const waiting = await lab.ask(8)
  const hubs = [await startHub(lab.env, lab.redis.url), await startHub(lab.env, lab.redis.url)]
  const crowd = await openCrowd(
    lab.tokens.slice(0, sockets).map((token, index) => socketAddress(hubs, index, token)),
  )
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
