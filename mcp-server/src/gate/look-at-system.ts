import { ActionTarget, AppError } from '@hub/contracts'
import { openSecret } from '@hub/kernel'
import type { ApprovalRow } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { effectContext } from './effect-context.ts'
import { parseArguments } from './parse-arguments.ts'

/** An effect that began: of a request, or of a call that needed none. */
export interface BegunEffect {
  id: string
  toolName: string
  arguments: unknown
  target: unknown
  startedAt: Date
  secret?: string | undefined
}

/** Did the effect of a request that began to execute happen? A system that cannot be read says `unknown`. */
export async function lookAtSystem(gate: GateContext, row: ApprovalRow): Promise<'yes' | 'no' | 'unknown'> {
  const { executingAt: startedAt } = row
  if (!startedAt) return 'unknown'
  return lookAtEffect(gate, { ...row, startedAt, secret: openKept(gate, row) })
}

/** The same of any effect that began. */
export async function lookAtEffect(
  gate: GateContext,
  effect: BegunEffect,
): Promise<'yes' | 'no' | 'unknown'> {
  const { id, toolName, startedAt, secret } = effect
  const tool = gate.registry.get(toolName)
  const target = ActionTarget.safeParse(effect.target)
  if (tool?.kind !== 'effect' || !target.success) return 'unknown'
  const ctx = { ...effectContext(gate, target.data), ...(secret !== undefined && { secret }) }
  try {
    return await tool.reconcile(parseArguments(tool.descriptor, effect.arguments), startedAt, ctx)
  } catch (err) {
    gate.log.warn({ err, effect: id }, 'reconciliation failed')
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
