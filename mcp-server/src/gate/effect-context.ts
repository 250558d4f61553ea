import type { ActionTarget } from '@hub/contracts'
import type { ToolContext } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'

/**
 * What an effect runs with: its own time, and not the caller's signal. A write that is given up in the middle
 * may still land, and nobody would know. `now` of the effect itself is its recorded start, the one that
 * `reconcile` gets: by it a tool knows one execution from another.
 */
export function effectContext(
  gate: GateContext,
  target: ActionTarget,
  now: Date = gate.clock.now(),
): ToolContext {
  return { signal: AbortSignal.timeout(gate.effectTimeoutMs), now, target }
}
