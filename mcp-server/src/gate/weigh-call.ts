import {
  type ActionTarget,
  Actor,
  ApprovalContext,
  type Policy,
  type PolicyExplanation,
  type PolicyTerms,
  type SecurityLevel,
} from '@hub/contracts'
import { type ApprovalRow, explainPolicy, type PolicyQuestion } from '@hub/safeguard'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { readTicketClient } from './policy-client.ts'
import type { ToolCall } from './tool-call.ts'

export interface WeighedCall {
  target: ActionTarget
  level: SecurityLevel
  /** What the gate asks; null where nobody is asked. */
  terms: PolicyTerms | null
  /** Names of the rules that matched. */
  rules: string[]
  /** The policy that was asked: one for the whole call, whatever is loaded meanwhile. */
  policyVersion: string
  weighing: PolicyExplanation
}

interface CallToWeigh {
  call: ToolCall
  tool: EffectTool
  args: Record<string, unknown>
  ctx: ToolContext
}

/**
 * Reads what the call would change and what the policy says about it, now.
 * @param approved the request that the call carries out: who asked, when and for which client are its own
 */
export async function weighCall(
  gate: GateContext,
  run: CallToWeigh,
  approved?: ApprovalRow,
): Promise<WeighedCall> {
  const target = await run.tool.target(run.args, run.ctx)
  const loaded = gate.policy.current()
  const { name: toolName, level } = run.tool.descriptor
  const asked = approved ? askedThen(approved) : await askedNow(gate, run, loaded.policy)
  const weighing = explainPolicy(loaded, { toolName, level, arguments: run.args, target, ...asked })
  return {
    target,
    level: weighing.level,
    terms: weighing.terms,
    rules: weighing.rules.filter(({ matched }) => matched).map(({ name }) => name),
    policyVersion: loaded.version,
    weighing,
  }
}

type Asked = Pick<PolicyQuestion, 'requester' | 'clientName' | 'at'>

async function askedNow(gate: GateContext, run: CallToWeigh, policy: Policy): Promise<Asked> {
  const clientName = await readTicketClient(gate, policy, run)
  return { requester: run.call.caller.actor.type, clientName, at: run.ctx.now }
}

function askedThen({ requestedBy, context, createdAt, weighing }: ApprovalRow): Asked {
  const at = weighing && typeof weighing === 'object' && 'at' in weighing ? weighing.at : undefined
  return {
    requester: Actor.parse(requestedBy).type,
    clientName: ApprovalContext.parse(context).clientName,
    at: typeof at === 'string' ? new Date(at) : createdAt,
  }
}
