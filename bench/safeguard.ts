import { measureDeafClient } from './safeguard/deaf.ts'
import { measureDelivery } from './safeguard/delivery.ts'
import { measureRedisAway } from './safeguard/faults.ts'
import { measureRace } from './safeguard/race.ts'
import { startLab } from './safeguard/start-lab.ts'

// SAFEGUARD under load, on a real PostgreSQL and Redis of its own: how long a decision takes to every socket, as a
// ratio to a bare broadcast in the same run; decisions per second; races; a client that never reads; Redis away.

const lab = await startLab(1_000)
const ms = (value: number) => `${value.toFixed(1)} ms`
try {
  for (const sockets of [100, 1_000])
    for (const replicas of [1, 2]) {
      const { p50, p99, bareP50, ratio } = await measureDelivery(lab, { sockets, replicas })
      console.log(
        `${sockets} sockets, ${replicas} process(es): p50 ${ms(p50)}, p99 ${ms(p99)}; bare broadcast p50 ${ms(bareP50)}, ratio ${ratio.toFixed(2)}`,
      )
    }
  const race = await measureRace(lab)
  console.log(`requests: ${race.opened.toFixed(0)} opened/s, ${race.decided.toFixed(0)} decided/s over HTTP`)
  console.log(
    `8 approvers after ${race.requests} requests: ${race.winners} winners, ${race.refused} refused, of ${race.all} calls`,
  )
  const deaf = await measureDeafClient(lab)
  console.log(
    `a client that never reads: bursts of 5 MB reach the others in p99 ${ms(deaf.p99Alone)} without, ${ms(deaf.p99Beside)} beside it; memory ${deaf.grownMb.toFixed(1)} MB more`,
  )
  const redis = await measureRedisAway(lab)
  console.log(
    `slowest socket of two processes: ${ms(redis.with)} with Redis, ${ms(redis.without)} once it is gone`,
  )
} finally {
  await lab.close()
}
