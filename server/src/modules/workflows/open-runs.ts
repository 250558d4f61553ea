import { switchOf, type WorkflowName, type WorkflowSwitches } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { countOpen } from './runs.store.ts'

/** How many runs of every workflow have not ended, and how many of these a person has to start again. */
export async function openRuns(db: Db): Promise<WorkflowSwitches['runs']> {
  const counts = await countOpen(db)
  const of = (name: WorkflowName) => {
    const own = counts.filter(({ workflow }) => switchOf(workflow) === name)
    return { open: sum(own), parked: sum(own.filter(({ state }) => state === 'parked')) }
  }
  return { support: of('support'), sentinel: of('sentinel'), enrichisseur: of('enrichisseur') }
}

const sum = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0)
