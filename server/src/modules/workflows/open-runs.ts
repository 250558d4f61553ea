import type { WorkflowName, WorkflowSwitches } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { countOpen } from './runs.store.ts'

/** How many runs of every workflow have not ended, and how many of these a person has to start again. */
export async function openRuns(db: Db): Promise<WorkflowSwitches['runs']> {
  const counts = await countOpen(db)
  const of = (name: WorkflowName) => {
    const own = counts.filter(({ workflow }) => workflow === name)
    const parked = own.find(({ state }) => state === 'parked')?.count ?? 0
    return { open: own.reduce((sum, { count }) => sum + count, 0), parked }
  }
  return { support: of('support'), sentinel: of('sentinel'), enrichisseur: of('enrichisseur') }
}
