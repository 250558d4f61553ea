import { findSilentExecutionIds, readApproval, recordOutcome } from '@hub/safeguard'
import { reconcileEnd } from './carry-out.ts'
import { claimSilentExecution } from './claim-execution.store.ts'
import type { GateContext } from './context.ts'
import { endCallsOfApproval } from './interrupted-calls.store.ts'
import { believe } from './landing.ts'
import { lookAtSystem } from './look-at-system.ts'
import { recordedUndo } from './recorded-undo.ts'
import { recoverer } from './recoverer.ts'

/** An execution that shows no life for this long has lost its process. */
const silentAfterMs = 60_000

/**
 * Ends executions whose process died: looks whether the effect happened, never does it again. What may still land is
 * `unknown` until it is looked at again.
 * @returns ids of the requests that were ended
 */
export async function recoverExecutions(gate: GateContext): Promise<string[]> {
  const aliveBefore = new Date(gate.clock.now().getTime() - silentAfterMs)
  const recovered: string[] = []
  for (const id of await findSilentExecutionIds(gate.db, aliveBefore)) {
    if (!(await claimSilentExecution(gate.db, { id, aliveBefore, now: gate.clock.now() }))) continue
    await recoverOne(gate, id)
    recovered.push(id)
  }
  return recovered
}

async function recoverOne(gate: GateContext, id: string): Promise<void> {
  const row = await readApproval(gate.db, id)
  const seen = await lookAtSystem(gate, row)
  const answer = believe(seen, { startedAt: row.executingAt, now: gate.clock.now() })
  const end = reconcileEnd(answer, {
    fr: 'L’exécution a été interrompue.',
    en: 'The execution was interrupted.',
  })
  const { state, summary, verification } = end
  const undo = answer === 'yes' ? await recordedUndo(gate, row) : null
  await recordOutcome(gate, {
    approvalId: id,
    state,
    actor: recoverer,
    summary,
    verification,
    undo,
    endCalls: (tx) => endCallsOfApproval(tx, { approvalId: id, state, summary, now: gate.clock.now() }),
  })
  gate.log.warn({ approvalId: id, state }, 'interrupted execution ended')
}
