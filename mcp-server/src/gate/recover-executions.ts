import { type Actor, AppError } from '@hub/contracts'
import { findSilentExecutionIds, readApproval, recordOutcome } from '@hub/safeguard'
import { reconcileEnd } from './carry-out.ts'
import { claimSilentExecution } from './claim-execution.store.ts'
import type { GateContext } from './context.ts'
import { parseArguments } from './parse-arguments.ts'

/** An execution that shows no life for this long has lost its process. */
const silentAfterMs = 60_000
const recoverer: Actor = { type: 'system', name: 'mcp-server' }

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
  gate.log.warn({ approvalId: id, state }, 'interrupted execution ended')
}

async function lookAtSystem(
  gate: GateContext,
  row: Awaited<ReturnType<typeof readApproval>>,
): Promise<'yes' | 'no' | 'unknown'> {
  const tool = gate.registry.get(row.toolName)
  if (tool?.kind !== 'effect' || !row.executingAt) return 'unknown'
  const ctx = { signal: AbortSignal.timeout(20_000), now: gate.clock.now() }
  try {
    return await tool.reconcile(parseArguments(tool.descriptor, row.arguments), row.executingAt, ctx)
  } catch (err) {
    gate.log.warn({ err, approvalId: row.id }, 'reconciliation failed')
    if (err instanceof AppError) return 'unknown'
    throw err
  }
}
