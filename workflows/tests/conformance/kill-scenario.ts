import { setTimeout as wait } from 'node:timers/promises'
import type { Draw } from '@hub/kernel/testing'
import { verifyAudit } from '@hub/safeguard'
import type { Crew, Kill } from '../harness/crew.ts'
import { ahead, type Lab, technician } from '../harness/start-lab.ts'
import { approveStream, startExecutingCrew } from './crew.ts'
import type { DirectoryCorner } from './directory-corner.ts'
import { type Judged, judge } from './judge.ts'
import { type PlannedAction, planActions } from './planned-action.ts'
import type { WriteMeter } from './write-meter.ts'

const actionsPerKill = 3
/** A silent execution is looked at after a minute, by a look every 15 seconds. */
const leaseMs = 60_000 + 15_000 + 10_000
/** A request that found no tools is tried again after a minute at the latest, some at a time. */
const backlogMs = 180_000
const isLong = process.env.HUB_CONFORMANCE === 'long'

export interface KillReport {
  seed: number
  kills: Kill[]
  judged: Judged[]
  isAuditIntact: boolean
  output: string
  /** Seconds since the beginning: all asked for, all kills done, all ended. */
  seconds: { asked: number; killed: number; ended: number }
}

/** Kills processes while approved actions run, lets everything come to its end and looks at what became of it. */
export async function playKills(
  lab: Lab,
  { corner, meter, draw }: { corner: DirectoryCorner; meter: WriteMeter; draw: Draw },
): Promise<KillReport> {
  const killCount = isLong ? 100 : 20
  const begun = Date.now()
  const elapsed = () => (Date.now() - begun) / 1_000
  const mcp = await lab.spawnMcp()
  const actions = await planActions(lab, { corner, draw, count: killCount * actionsPerKill, technician })
  await meter.start(actions)
  const asked = elapsed()
  const crew = await startExecutingCrew(lab, { mcp, draw, meter })
  for (let number = 0; number < killCount; number++) {
    const batch = actions.slice(number * actionsPerKill, (number + 1) * actionsPerKill)
    const [approved] = await Promise.allSettled([approveStream(lab, draw, batch), crew.killOne()])
    if (approved.status === 'rejected') throw approved.reason
  }
  const killed = elapsed()
  await crew.ready()
  await untilEnded(lab, crew, actions)
  const scene = { lab, corner, meter, kills: crew.kills }
  const judged: Judged[] = []
  for (const action of actions) judged.push(await judge(scene, action))
  const { isIntact } = await verifyAudit(lab.db)
  const seconds = { asked, killed, ended: elapsed() }
  return {
    seed: draw.seed,
    kills: crew.kills,
    judged,
    isAuditIntact: isIntact,
    output: crew.output(),
    seconds,
  }
}

/** Everything approved has its end: at once, or after the lease of a dead process. */
async function untilEnded(lab: Lab, crew: Crew, actions: readonly PlannedAction[]): Promise<void> {
  const open = (states: string[]) =>
    lab.db.approval.count({ where: { id: { in: actions.map((a) => a.approvalId) }, state: { in: states } } })
  const lastKill = crew.kills.at(-1)?.at ?? new Date()
  const alive = () => lab.db.approval.count({ where: { state: 'executing', executingAt: { gt: lastKill } } })
  await until(async () => (await open(['approved'])) === 0 && (await alive()) === 0, backlogMs)
  if (isLong) return until(async () => (await open(['executing'])) === 0, leaseMs)
  await lab.endParts()
  const recovery = await lab.startMcp({ clock: ahead(61_000) })
  await until(async () => (await open(['executing'])) === 0, leaseMs)
  await recovery.close()
}

async function until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs
  while (Date.now() < end) {
    if (await isSo()) return
    await wait(50)
  }
}

/** One line of figures. */
export function figuresOf({ seed, kills, judged, seconds }: KillReport): string {
  const countOf = (state: string) => judged.filter((one) => one.state === state).length
  const ofMcp = kills.filter(({ process }) => process === 'mcp-server').length
  const states = ['executed', 'failed', 'unknown'].map((state) => `${countOf(state)} ${state}`).join(', ')
  return `seed ${seed}: ${kills.length} kills (${ofMcp} of mcp-server), ${judged.length} requests: ${states}; asked, killed and ended after ${Object.values(
    seconds,
  )
    .map((one) => one.toFixed(0))
    .join(', ')} s`
}

/** What is not as promised, one line each. */
export function faultsOf({ judged }: KillReport): string[] {
  return judged.flatMap(({ action, faults }) =>
    faults.map((fault) => `${action.kind} ${action.approvalId} ${fault}`),
  )
}
