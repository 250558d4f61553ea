import type { ApprovalOutcome } from '@hub/contracts'
import type { ApprovalRow } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { readEffectData } from './execution.store.ts'
import { parseArguments } from './parse-arguments.ts'
import { undoCallOf } from './undo-call.ts'

/**
 * The call that takes back an effect that is known from a look at the system only. Without what the tool itself gave
 * there is none: nobody knows what was there before, and undoing a change that was none would be one.
 */
export async function recordedUndo(gate: GateContext, row: ApprovalRow): Promise<ApprovalOutcome['undo']> {
  const tool = gate.registry.get(row.toolName)
  if (tool?.kind !== 'effect' || !tool.undo) return null
  const data = tool.descriptor.output.safeParse(await readEffectData(gate.db, row.id))
  if (!data.success) return null
  return undoCallOf(gate, tool, { args: parseArguments(tool.descriptor, row.arguments), data: data.data })
}
