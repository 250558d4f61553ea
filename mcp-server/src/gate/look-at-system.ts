import { ActionTarget, AppError } from '@hub/contracts'
import { openSecret } from '@hub/kernel'
import type { ApprovalRow } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { effectContext } from './effect-context.ts'
import { parseArguments } from './parse-arguments.ts'

/** Did the effect of a request that began to execute happen? A system that cannot be read says `unknown`. */
export async function lookAtSystem(gate: GateContext, row: ApprovalRow): Promise<'yes' | 'no' | 'unknown'> {
  const tool = gate.registry.get(row.toolName)
  if (tool?.kind !== 'effect' || !row.executingAt) return 'unknown'
  const secret = openKept(gate, row)
  const ctx = {
    ...effectContext(gate, ActionTarget.parse(row.target)),
    ...(secret !== undefined && { secret }),
  }
  try {
    return await tool.reconcile(parseArguments(tool.descriptor, row.arguments), row.executingAt, ctx)
  } catch (err) {
    gate.log.warn({ err, approvalId: row.id }, 'reconciliation failed')
    if (err instanceof AppError) return 'unknown'
    throw err
  }
}

/** The secret that the interrupted effect was to set: with it the system can tell whether it is in force. */
function openKept(gate: GateContext, { id, secret }: ApprovalRow): string | undefined {
  if (!secret?.sealed) return undefined
  try {
    return openSecret({ key: gate.encryptionKey, context: id }, secret.sealed)
  } catch (err) {
    gate.log.error({ err, approvalId: id }, 'the kept secret cannot be opened')
    return undefined
  }
}
