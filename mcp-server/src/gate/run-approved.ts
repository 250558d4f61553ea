import { ForbiddenError } from '@hub/contracts'
import { type ApprovalRow, consumeApproval, readApproval } from '@hub/safeguard'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import { carryOut } from './carry-out.ts'
import type { GateContext } from './context.ts'
import { effectContext } from './effect-context.ts'
import { startExecution } from './execution.store.ts'
import { assertNotRaised } from './policy-refusal.ts'
import type { GateResult, ToolCall } from './tool-call.ts'
import type { WeighedCall } from './weigh-call.ts'

export interface ApprovedCall {
  call: ToolCall
  tool: EffectTool
  args: Record<string, unknown>
  ctx: ToolContext
  weighed: WeighedCall
}

/**
 * The request that a call carries out.
 * @throws ForbiddenError when the caller is not the executor; NotFoundError
 */
export async function readAsked(gate: GateContext, call: ToolCall, approvalId: string): Promise<ApprovalRow> {
  assertExecutor(call)
  return readApproval(gate.db, approvalId)
}

/**
 * Uses the approval of a call, once. Everything is looked at again at the last moment: the tool, the arguments,
 * the target, the level and the policy.
 * @returns the request, now `executing`
 * @throws ConflictError; nothing has run then
 */
export async function useApproval(
  gate: GateContext,
  run: ApprovedCall & { asked: ApprovalRow },
): Promise<ApprovalRow> {
  const { call, tool, args, weighed, asked } = run
  assertNotRaised(asked, weighed)
  return consumeApproval(gate, {
    approvalId: asked.id,
    toolName: tool.descriptor.name,
    toolVersion: tool.descriptor.version,
    arguments: args,
    target: weighed.target,
    policyVersion: weighed.policyVersion,
    executor: call.caller.actor,
  })
}

/** Runs what was approved. The caller may leave meanwhile: what has begun goes on to its end. */
export async function runApproved(
  gate: GateContext,
  run: ApprovedCall & { row: ApprovalRow },
): Promise<GateResult> {
  const { call, tool, args, weighed, row } = run
  const { descriptor } = tool
  const startedAt = row.executingAt ?? gate.clock.now()
  const executionId = await startExecution(gate.db, {
    callId: call.callId,
    descriptor,
    level: weighed.level,
    label: descriptor.describe(args),
    arguments: args,
    caller: call.caller,
    target: weighed.target,
    status: 'running',
    approvalId: row.id,
    startedAt,
  })
  const ctx = effectContext(gate, weighed.target, startedAt)
  return carryOut(gate, { ...run, ctx, executionId, startedAt })
}

/** Only the executor of approved requests may name an approval. */
function assertExecutor({ caller: { actor } }: ToolCall): void {
  if (actor.type === 'workflow' && actor.name === 'safeguard') return
  throw new ForbiddenError('Only the executor can use an approval', { reason: 'approval.executor' })
}
