import { DBOS, StatusString } from '@dbos-inc/dbos-sdk'
import type { Db } from '@hub/prisma'
import { queueName } from './wake-run.ts'
import { findLiving } from './workers.store.ts'

/** A worker that said nothing for this long is dead, in milliseconds; it says something every `beatMs`. */
const silentMs = 30_000
export const beatMs = 5_000

/**
 * Lets runs go on whose worker is dead; the oldest living worker does it for all. The engine keeps a worker that was
 * only slow from recording anything more.
 * @returns how many runs
 */
export async function takeOver(db: Db, workerId: string): Promise<number> {
  const living = await findLiving(db, silentMs)
  if (living[0] !== workerId) return 0
  const running = await DBOS.listWorkflows({
    status: StatusString.PENDING,
    queueName,
    loadInput: false,
    loadOutput: false,
  })
  const orphans = running.filter(({ executorId }) => !living.includes(executorId ?? ''))
  if (orphans.length === 0) return 0
  const ids = orphans.map(({ workflowID }) => workflowID)
  await DBOS.resumeWorkflows(ids, { queueName })
  return ids.length
}
