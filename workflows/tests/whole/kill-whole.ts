import { setTimeout as wait } from 'node:timers/promises'
import type { Draw } from '@hub/kernel/testing'
import { verifyAudit } from '@hub/safeguard'
import { expect, vi } from 'vitest'
import { type Crew, startCrew } from '../harness/crew.ts'
import { untilExecuting, untilMore } from '../harness/instants.ts'
import { ahead } from '../harness/start-lab.ts'
import { type Approver, startApprover } from './approver.ts'
import { judgeWhole, startCounting } from './judge-whole.ts'
import { storeSites } from './store-sites.ts'
import { bringTickets, devices, isQuiet, passUntil, playOutage, type WrittenTicket } from './wave.ts'
import type { WholeLab } from './whole-lab.ts'

const sweepMs = 2_000

export interface WholeReport {
  faults: string[]
  /** One line of figures. */
  figures: string
  output: string
}

/** Kills processes of the whole Hub while tickets and alerts come in, and looks at what became of each. */
export async function playWholeKills(
  lab: WholeLab,
  { draw, kills }: { draw: Draw; kills: number },
): Promise<WholeReport> {
  const begun = Date.now()
  const elapsed = () => ((Date.now() - begun) / 1_000).toFixed(0)
  const crew = await openHub(lab, draw)
  const writes = startCounting(lab)
  const approver = startApprover(lab)
  const ready = elapsed()
  let isOver = false
  const killing = (async () => {
    for (let count = 0; count < kills && !isOver; count++) await crew.killOne()
    await crew.ready()
    await endSilent(lab, approver, crew)
  })()
  const tickets: WrittenTicket[] = []
  let waves = 0
  const playing = (async () => {
    while (waves === 0 || crew.kills.length < kills) {
      const [brought] = await Promise.all([bringTickets(lab, draw), playOutage(lab, waves)])
      tickets.push(...brought)
      waves += 1
    }
  })()
  try {
    await Promise.all([killing, playing])
    const killed = elapsed()
    await passUntil(lab, 'everything is over', () => isQuiet(lab))
    const faults = await judgeWhole(lab, { tickets, writes })
    if (!(await verifyAudit(lab.db)).isIntact) faults.push('the audit is broken')
    const victims = Map.groupBy(crew.kills, ({ process }) => process)
    const of = [...victims].map(([process, all]) => `${all.length} of ${process}`).join(', ')
    const runs = await lab.db.workflowRun.groupBy({ by: ['workflow', 'phase'], _count: true })
    const ends = runs.map(({ workflow, phase, _count }) => `${_count} ${workflow} ${phase}`).join(', ')
    const requests = await lab.db.approval.groupBy({ by: ['state'], _count: true })
    const states = requests.map(({ state, _count }) => `${_count} ${state}`).join(', ')
    const figures = `seed ${draw.seed}: ${crew.kills.length} kills (${of}), ${waves} waves; runs: ${ends}; requests: ${states}; ready, killed and ended after ${ready}, ${killed}, ${elapsed()} s`
    return { faults, figures, output: crew.output() }
  } finally {
    isOver = true
    await approver.stop()
    await Promise.allSettled([killing])
  }
}

/** Starts every process; comes back when new tickets and alerts are seen. */
async function openHub(lab: WholeLab, draw: Draw): Promise<Crew> {
  const { estate, db } = lab
  const written = () =>
    (['Ticket', 'ITILFollowup', 'ITILSolution', 'Group_Ticket'] as const).reduce(
      (sum, type) => sum + estate.glpi.rows(type).length,
      0,
    )
  const worker = { process: 'workflows', spawn: lab.spawnWorker }
  const mcp = await lab.spawnMcp()
  await storeSites(lab, devices)
  const crew = await startCrew({
    draw,
    seats: [
      { process: 'server', spawn: lab.spawnServer },
      { process: 'mcp-server', spawn: lab.spawnMcp, running: mcp },
      worker,
      worker,
    ],
    instants: [
      { when: 'at random', come: () => wait(draw.below(2_500)) },
      { when: 'right after a write to GLPI', come: () => untilMore(written, sweepMs) },
      { when: 'once an action began', come: () => untilExecuting(db, sweepMs) },
      {
        when: 'a moment after an action began',
        come: async () => {
          await untilExecuting(db, sweepMs)
          await wait(draw.below(80))
        },
      },
    ],
  })
  const isWatched = async () => (await db.supportWatch.findFirst())?.settledTicketId
  await vi.waitFor(async () => expect(await isWatched()).toBeGreaterThan(0), {
    timeout: 120_000,
    interval: 50,
  })
  return crew
}

/** What a tool was doing when it was killed is looked at after a minute; this minute is not waited for. */
async function endSilent(lab: WholeLab, approver: Approver, { kills }: Crew): Promise<void> {
  const { db } = lab
  await approver.rest()
  const lastKill = kills.at(-1)?.at ?? new Date()
  const inHand = () =>
    db.approval.count({
      where: { OR: [{ state: 'approved' }, { state: 'executing', executingAt: { gt: lastKill } }] },
    })
  await vi.waitFor(async () => expect(await inHand()).toBe(0), { timeout: 60_000, interval: 50 })
  const recovery = await lab.startMcp({ clock: ahead(61_000), another: true })
  const silent = () => db.approval.count({ where: { state: 'executing' } })
  await vi.waitFor(async () => expect(await silent()).toBe(0), { timeout: 30_000, interval: 50 })
  await recovery.close()
  approver.goOn()
}
