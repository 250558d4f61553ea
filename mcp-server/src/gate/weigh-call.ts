import type { ActionTarget } from '@hub/contracts'
import { evaluatePolicy, type PolicyAnswer } from '@hub/safeguard'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'

export interface WeighedCall extends PolicyAnswer {
  target: ActionTarget
}

/** Reads what the call would change and what the policy says about it, now. */
export async function weighCall(
  gate: GateContext,
  run: { tool: EffectTool; args: Record<string, unknown>; ctx: ToolContext },
): Promise<WeighedCall> {
  const target = await run.tool.target(run.args, run.ctx)
  const { name: toolName, level } = run.tool.descriptor
  const answer = evaluatePolicy(gate.policy.policy, { toolName, level, arguments: run.args, target })
  return { ...answer, target }
}
