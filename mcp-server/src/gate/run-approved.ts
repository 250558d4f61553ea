import { ConflictError, ForbiddenError, higherLevel } from '@hub/contracts'
import { type ApprovalRow, consumeApproval, readApproval } from '@hub/safeguard'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import { needsApproval } from './accreditation.policy.ts'
import { carryOut } from './carry-out.ts'
import type { GateContext } from './context.ts'
import { effectContext } from './effect-context.ts'
import { startExecution } from './execution.store.ts'
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
 * Uses the approval of a call, once. Everything is looked at again at the last moment: who runs it, the tool,
 * the arguments, the target, the level and the policy.
 * @returns the request, now `executing`
 * @throws ForbiddenError, ConflictError; nothing has run then
 */
export async function useApproval(
  gate: GateContext,
  run: ApprovedCall & { approvalId: string },
): Promise<ApprovalRow> {
  const { call, tool, args, weighed, approvalId } = run
  assertExecutor(call)
  assertNotRaised(await readApproval(gate.db, approvalId), weighed)
  return consumeApproval(gate, {
    approvalId,
    toolName: tool.descriptor.name,
    toolVersion: tool.descriptor.version,
    arguments: args,
    target: weighed.target,
    policyVersion: gate.policy.version,
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
  const executionId = await startExecution(gate.db, {
    callId: call.callId,
    descriptor,
    level: weighed.level,
    label: descriptor.describe(args),
    arguments: args,
    caller: call.caller,
    status: 'running',
    approvalId: row.id,
    startedAt: row.executingAt ?? gate.clock.now(),
  })
  return carryOut(gate, { ...run, ctx: effectContext(gate, weighed.target), executionId })
}

/** Only the executor of approved requests may name an approval. */
function assertExecutor({ caller: { actor } }: ToolCall): void {
  if (actor.type === 'workflow' && actor.name === 'safeguard') return
  throw new ForbiddenError('Only the executor can use an approval', { reason: 'approval.executor' })
}

/** The target may have become more sensitive since the yes, e.g. an account that was made an administrator. */
function assertNotRaised(asked: ApprovalRow, weighed: WeighedCall): void {
  const isRaised =
    higherLevel(weighed.level, asked.securityLevel as WeighedCall['level']) !== asked.securityLevel
  if (isRaised || !needsApproval(weighed.level))
    throw new ConflictError('The level of the action changed since it was approved', {
      reason: 'approval.level_changed',
    })
}
