import { workflowParts } from '@hub/contracts'
import type { Db } from '@hub/prisma'

export interface Switches {
  isPaused: boolean
  isDryRun: boolean
}

/** How the workflows are switched that somebody switched; the others are on and in earnest. */
export async function readSwitches(db: Db): Promise<Map<string, Switches>> {
  const rows = await db.workflowSwitch.findMany()
  return new Map(rows.map(({ workflow, isPaused, isDryRun }) => [workflow, { isPaused, isDryRun }]))
}

/** Runs that rest because their workflow was paused, and is no more. */
export async function findResumed(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM workflow_runs r LEFT JOIN workflow_switches s
      ON s.workflow = coalesce(${JSON.stringify(workflowParts)}::jsonb->>r.workflow, r.workflow)
    WHERE r.state = 'waiting' AND r.waiting_for->>'kind' = 'paused' AND coalesce(NOT s.is_paused, true)`
  return rows.map(({ id }) => id)
}
