import { approve } from './decide.ts'
import { startHub } from './processes.ts'
import { inLanes, type Lab } from './start-lab.ts'

const requests = 2_000
const approvers = 8

/** Requests opened and decided per second, and eight approvers after the same requests. */
export async function measureRace(lab: Lab) {
  const openedAt = performance.now()
  const waiting = await lab.ask(requests)
  const opened = rate(requests, openedAt)
  const single = await lab.ask(requests / 2)
  const hub = await startHub(lab.env)
  const decidedAt = performance.now()
  const decisions = await inLanes(single.length, approvers, async (index) => {
    const [one, token] = [single[index], lab.tokens[index % approvers]]
    return one && token ? approve(hub.url, token, one) : 0
  })
  const decided = rate(decisions.length, decidedAt)
  const statuses = await inLanes(requests * approvers, approvers * 2, async (index) => {
    const [one, token] = [waiting[Math.floor(index / approvers)], lab.tokens[index % approvers]]
    return one && token ? approve(hub.url, token, one) : 0
  })
  await hub.close()
  const count = (wanted: number) => statuses.filter((status) => status === wanted).length
  return { opened, decided, requests, winners: count(200), refused: count(409), all: statuses.length }
}

const rate = (count: number, since: number) => (count * 1000) / (performance.now() - since)
