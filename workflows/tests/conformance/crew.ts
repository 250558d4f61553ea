import { setTimeout as wait } from 'node:timers/promises'
import type { Draw } from '@hub/kernel/testing'
import { type Crew, type Seat, startCrew } from '../harness/crew.ts'
import { untilExecuting } from '../harness/instants.ts'
import type { HubProcess } from '../harness/spawn-process.ts'
import type { Lab } from '../harness/start-lab.ts'
import type { PlannedAction } from './planned-action.ts'
import type { WriteMeter } from './write-meter.ts'

/** Two executors look every five seconds: longest wait for something to happen. */
const sweepMs = 3_000

/**
 * The tools, who are every second victim, and two executors.
 * @param mcp the MCP server that runs already
 */
export function startExecutingCrew(
  lab: Lab,
  { mcp, draw, meter }: { mcp: HubProcess; draw: Draw; meter: WriteMeter },
): Promise<Crew> {
  const executor: Seat = { process: 'workflows', spawn: lab.spawnExecutor }
  const afterWrite = async () => {
    if (await meter.untilWrite(sweepMs)) await wait(draw.below(60))
  }
  const afterBegin = async () => {
    await untilExecuting(lab.db, sweepMs)
    await wait(draw.below(80))
  }
  return startCrew({
    draw,
    seats: [{ process: 'mcp-server', spawn: lab.spawnMcp, share: 2, running: mcp }, executor, executor],
    instants: [
      { when: 'at random', come: () => wait(draw.below(1_500)) },
      { when: 'right after a write', come: () => meter.untilWrite(sweepMs) },
      { when: 'a moment after a write', come: afterWrite },
      { when: 'once an action began', come: () => untilExecuting(lab.db, sweepMs) },
      { when: 'a moment after an action began', come: afterBegin },
    ],
  })
}

/** Says yes to actions one by one, over about a second. */
export async function approveStream(lab: Lab, draw: Draw, actions: readonly PlannedAction[]): Promise<void> {
  for (const { approvalId } of actions) {
    await lab.approve(approvalId)
    await wait(draw.below(250))
  }
}
