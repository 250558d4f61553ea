import { openCrowd, socketAddress } from './crowd.ts'
import { approve } from './decide.ts'
import { type BenchProcess, startBare, startHub } from './processes.ts'
import type { Lab, Waiting } from './start-lab.ts'
import { median, quantile } from './statistics.ts'

const pairs = 7
const perRound = 20
/** Rounds before the first that counts: both programs run compiled then, as a server of some minutes does. */
const warmUpRounds = 15

export interface Delivery {
  sockets: number
  replicas: number
  p50: number
  p99: number
  bareP50: number
  /** Median over the pairs of p50 of the Hub to p50 of the bare broadcast of the same round. */
  ratio: number
}

/** Time from POST approve to the event in every socket, in turns with a bare broadcast of the same text. */
export async function measureDelivery(
  lab: Lab,
  { sockets, replicas }: { sockets: number; replicas: number },
): Promise<Delivery> {
  const waiting = await lab.ask((pairs + warmUpRounds) * perRound)
  const hubs = await startHubs(lab, replicas)
  const bare = await startBare()
  const crowd = await openCrowd(
    lab.tokens.slice(0, sockets).map((token, index) => socketAddress(hubs, index, token)),
  )
  const bareCrowd = await openCrowd(Array.from({ length: sockets }, () => ({ url: bare.url, headers: {} })))
  const decideAt = String(hubs[0]?.url)
  const hubRound = () => inTurn(waiting.splice(0, perRound), (one) => hubTimes(lab, crowd, decideAt, one))
  const bareRound = () =>
    inTurn(
      Array.from({ length: perRound }, (_, n) => n),
      (n) => bareTimes(bareCrowd, bare.url, n),
    )
  for (let round = 0; round < warmUpRounds; round += 1) {
    await hubRound()
    await bareRound()
  }
  const rounds: { hub: number[]; bare: number[] }[] = []
  for (let pair = 0; pair < pairs; pair += 1) rounds.push({ hub: await hubRound(), bare: await bareRound() })
  crowd.close()
  bareCrowd.close()
  for (const { close } of [...hubs, bare]) await close()
  const all = rounds.flatMap(({ hub }) => hub)
  return {
    sockets,
    replicas,
    p50: median(all),
    p99: quantile(all, 0.99),
    bareP50: median(rounds.flatMap((round) => round.bare)),
    ratio: median(rounds.map((round) => median(round.hub) / median(round.bare))),
  }
}

async function startHubs(lab: Lab, replicas: number): Promise<BenchProcess[]> {
  const hubs: BenchProcess[] = []
  for (let n = 0; n < replicas; n += 1)
    hubs.push(await startHub(lab.env, replicas > 1 ? lab.redis.url : undefined))
  return hubs
}

type Crowd = Awaited<ReturnType<typeof openCrowd>>

async function hubTimes(lab: Lab, crowd: Crowd, url: string, one: Waiting): Promise<number[]> {
  return crowd.timesOf(`"approvalId":"${one.id}"`, async () => {
    const status = await approve(url, String(lab.tokens[0]), one)
    if (status !== 200) throw new Error(`approve answered ${status}`)
  })
}

/** A text of the size of the Hub's event. */
function bareTimes(crowd: Crowd, url: string, n: number): Promise<number[]> {
  const mark = `round-${n}-${performance.now()}`
  const data = { approvalId: mark, state: 'approved', level: 'L3', conversationId: null }
  const body = JSON.stringify({
    type: 'safeguard:request_approved',
    id: n,
    at: new Date().toISOString(),
    data,
  })
  return crowd.timesOf(mark, async () => void (await fetch(url, { method: 'POST', body })).body?.cancel())
}

async function inTurn<T>(items: T[], work: (item: T) => Promise<number[]>): Promise<number[]> {
  const times: number[] = []
  for (const item of items) times.push(...(await work(item)))
  return times
}
