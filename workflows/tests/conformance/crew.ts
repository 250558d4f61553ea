import { setTimeout as wait } from 'node:timers/promises'
import type { Draw } from '@hub/kernel/testing'
import type { HubProcess } from '../harness/spawn-process.ts'
import type { Lab } from '../harness/start-lab.ts'
import type { PlannedAction } from './planned-action.ts'
import type { WriteMeter } from './write-meter.ts'

/** One process that was ended as a power cut would. */
export interface Kill {
  process: 'mcp-server' | 'workflows'
  when: string
  at: Date
}

/** The processes of the Hub, as children that are killed and started again. */
export interface Crew {
  kills: Kill[]
  /** Everything that the processes wrote. */
  output(): string
  /** Kills one of them at an instant that is drawn, and starts it again without waiting for it. */
  killOne(): Promise<void>
  /** Waits until all of them run. */
  ready(): Promise<void>
}

const executorCount = 2
/** Two executors look every five seconds: longest wait for something to happen. */
const sweepMs = 3_000

/** @param mcp the MCP server that runs already */
export async function startCrew(
  lab: Lab,
  { mcp, draw, meter }: { mcp: HubProcess; draw: Draw; meter: WriteMeter },
): Promise<Crew> {
  const kills: Kill[] = []
  const ended: string[] = []
  let current = mcp
  let starting: Promise<unknown> = Promise.resolve()
  const executors: HubProcess[] = []
  for (let index = 0; index < executorCount; index++) executors.push(await lab.spawnExecutor())
  const instants: [string, () => Promise<unknown>][] = [
    ['at random', () => wait(draw.below(1_500))],
    ['right after a write', () => meter.untilWrite(sweepMs)],
    [
      'a moment after a write',
      async () => {
        if (await meter.untilWrite(sweepMs)) await wait(draw.below(60))
      },
    ],
    ['once an action began', () => untilRunning(lab)],
    [
      'a moment after an action began',
      async () => {
        await untilRunning(lab)
        await wait(draw.below(80))
      },
    ],
  ]
  const kill = async (victim: HubProcess, process: Kill['process'], when: string) => {
    await victim.kill()
    ended.push(victim.output())
    kills.push({ process, when, at: new Date() })
  }
  return {
    kills,
    output: () => [...ended, current.output(), ...executors.map((executor) => executor.output())].join('\n'),
    ready: async () => void (await starting),
    async killOne() {
      const isMcp = draw.fraction() < 0.5
      const [when, instant] = draw.pick(instants)
      const place = draw.below(executorCount)
      if (isMcp) await starting
      await instant()
      if (isMcp) {
        await kill(current, 'mcp-server', when)
        starting = lab.spawnMcp().then((started) => {
          current = started
        })
        return
      }
      const executor = executors[place]
      if (!executor) throw new Error(`no executor ${place}`)
      await kill(executor, 'workflows', when)
      executors[place] = await lab.spawnExecutor()
    },
  }
}

async function untilRunning({ db }: Lab): Promise<void> {
  const until = Date.now() + sweepMs
  const since = new Date()
  while (Date.now() < until) {
    if ((await db.approval.count({ where: { executingAt: { gte: since } } })) > 0) return
    await wait(2)
  }
}

/** Says yes to actions one by one, over about a second. */
export async function approveStream(lab: Lab, draw: Draw, actions: readonly PlannedAction[]): Promise<void> {
  for (const { approvalId } of actions) {
    await lab.approve(approvalId)
    await wait(draw.below(250))
  }
}
