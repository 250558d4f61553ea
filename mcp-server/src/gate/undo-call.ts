import type { ApprovalOutcome } from '@hub/contracts'
import type { EffectTool } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { parseArguments } from './parse-arguments.ts'
import { storable } from './storable.ts'

/** The call that takes an effect back, kept with its outcome; null when there is none that the Hub can make. */
export function undoCallOf(
  gate: Pick<GateContext, 'registry' | 'log'>,
  tool: EffectTool,
  { args, data }: { args: Record<string, unknown>; data: unknown },
): ApprovalOutcome['undo'] {
  const undo = tool.undo?.(args, data)
  if (!undo) return null
  const descriptor = gate.registry.get(undo.toolName)?.descriptor
  try {
    if (!descriptor?.ask) throw new Error(`${undo.toolName} is no tool that changes anything`)
    const parsed = parseArguments(descriptor, undo.arguments)
    return {
      toolName: undo.toolName,
      arguments: storable(parsed),
      sentence: storable(descriptor.ask(parsed)),
    }
  } catch (err) {
    // The effect stands and is told as it is; only the offer to take it back is missing.
    gate.log.error({ err, tool: tool.descriptor.name }, 'no undo offered')
    return null
  }
}
