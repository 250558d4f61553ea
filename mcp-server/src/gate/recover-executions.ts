import type { Actor } from '@hub/contracts'
import { findSilentExecutionIds, readApproval, recordOutcome } from '@hub/safeguard'
import { reconcileEnd } from './carry-out.ts'
import { claimSilentExecution } from './claim-execution.store.ts'
import type { GateContext } from './context.ts'
import { endCallsOfApproval, endInterruptedCalls } from './interrupted-calls.store.ts'
import { lookAtSystem } from './look-at-system.ts'

/** An execution that shows no life for this long has lost its process. */
const silentAfterMs = 60_000
/** Longer than any call may take. */
const deadAfterMs = 5 * 60_000
const recoverer: Actor = { type: 'system', name: 'mcp-server' }

/** Ends the records of calls whose process died and that needed no approval. */
export async function recoverCalls(gate: GateContext): Promise<void> {
  const now = gate.clock.now()
  const startedBefore = new Date(now.getTime() - deadAfterMs)
  const count = await endInterruptedCalls(gate.db, { startedBefore, now })
  if (count > 0) gate.log.warn({ count }, 'interrupted calls ended')
}

/**
 * Ends executions whose process died: looks whether the effect happened, never does it again.
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
  const answer = await lookAtSystem(gate, row)
  const end = reconcileEnd(answer, {
    fr: 'L’exécution a été interrompue.',
    en: 'The execution was interrupted.',
  })
  const { state, summary, verification } = end
  await recordOutcome(gate, { approvalId: id, state, actor: recoverer, summary, verification })
  await endCallsOfApproval(gate.db, { approvalId: id, state, summary, now: gate.clock.now() })
  gate.log.warn({ approvalId: id, state }, 'interrupted execution ended')
}
