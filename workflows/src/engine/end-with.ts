import type { Db, Tx } from '@hub/prisma'
import { inTransaction } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import type { WorkflowDefinition } from './definition.ts'
import type { EndState } from './ended-run.ts'
import { failedRun } from './run-error.ts'
import type { RunNote } from './run-note.ts'
import { endRun, noteRun, readColumns } from './runs.store.ts'

/** Why a run failed. */
export interface Problem {
  step: string | null
  message: string
  reason: string | null
  params: Record<string, string | number>
}

interface End {
  id: string
  state: EndState
  note?: RunNote
  problem?: Problem
}

/**
 * Ends a run, with its last facts and what it tells. No step of its own: after a crash the run is found ended, and a
 * repeated end changes and tells nothing more.
 */
export async function endWith(
  ctx: WorkflowsContext,
  { events }: Pick<WorkflowDefinition, 'events'>,
  ending: End,
): Promise<void> {
  const { id, state, note, problem } = ending
  const now = ctx.clock.now()
  const isNoted = note !== undefined && Object.keys(note).length > 0
  const endIn = async (db: Db | Tx) => {
    if (isNoted) await noteRun(db, id, { note, now })
    return endRun(db, id, { state, now, ...(problem && { problem: { ...problem } }) })
  }
  if (!events && !isNoted && !problem) {
    await endIn(ctx.db)
    return
  }
  await inTransaction(ctx, async ({ tx, emit }) => {
    const isEnded = await endIn(tx)
    if (!isEnded) return
    const run = { ...(await readColumns(tx, id)), state, endedAt: now }
    if (problem) emit('workflow:error', failedRun(run, problem))
    for (const { type, data } of events?.(run) ?? []) emit(type, data)
  })
}
