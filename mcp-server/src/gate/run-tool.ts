import { AppError, actorKey, UpstreamError, ValidationError } from '@hub/contracts'
import type { EffectTool, Tool, ToolContext } from '../tools/define-tool.ts'
import { assertMayCall, needsApproval } from './accreditation.policy.ts'
import { askApproval } from './ask-approval.ts'
import { assertStillHeld } from './assert-still-held.ts'
import type { GateContext } from './context.ts'
import { parseArguments } from './parse-arguments.ts'
import { assertNotRefused } from './policy-refusal.ts'
import { orRecordRefusal, recordUnknownTool } from './record-refusal.ts'
import { readAsked, runApproved, useApproval } from './run-approved.ts'
import { runEffect } from './run-effect.ts'
import { runRead } from './run-read.ts'
import type { GateResult, ToolCall } from './tool-call.ts'
import { readUndone } from './undo.ts'
import { weighCall } from './weigh-call.ts'

/** Longest time of one call, in milliseconds. */
const callTimeoutMs = 45_000

/**
 * The one way to a tool: checks, records, and either runs it (L0-L2), asks a human (L3, L4) or runs what was approved.
 * @throws AppError when the call is refused or fails; the refusal is on record
 */
export async function runTool(gate: GateContext, call: ToolCall): Promise<GateResult> {
  const tool = gate.registry.get(call.name)
  if (!tool) throw await recordUnknownTool(gate, call)
  const args = await orRecordRefusal(gate, { call, tool, level: tool.descriptor.level, args: {} }, () => {
    assertMayAsk(tool, call)
    const parsed = parseArguments(tool.descriptor, call.arguments)
    assertOwnKey(call, parsed)
    return parsed
  })
  const signal = AbortSignal.any([call.signal, AbortSignal.timeout(callTimeoutMs)])
  const { actor } = call.caller
  const reader = 'accreditation' in actor ? { reader: actor.accreditation } : {}
  const ctx: ToolContext = { signal, now: gate.clock.now(), callerKey: actorKey(actor), ...reader }
  try {
    return tool.kind === 'read'
      ? await runRead(gate, { call, tool, args, ctx })
      : await runWeighed(gate, { call, tool, args, ctx })
  } catch (error) {
    if (signal.aborted && !(error instanceof AppError))
      throw new UpstreamError('The tool did not answer in time', { reason: 'tool.timeout', cause: error })
    throw error
  }
}

/** The key of a repeated write belongs to the Hub's workflows: anybody else could use it to suppress a later one. */
function assertOwnKey({ caller: { actor } }: ToolCall, args: Record<string, unknown>): void {
  if (args.idempotencyKey === undefined || actor.type === 'workflow') return
  throw new ValidationError('idempotencyKey is set by the Hub only', {
    reason: 'tool.arguments',
    fields: [{ path: 'idempotencyKey', message: 'is set by the Hub only' }],
  })
}

/** The least level decides who may call at all; a raised one is checked once the target is known. */
function assertMayAsk(tool: Tool, call: ToolCall): void {
  if (tool.kind === 'read' || needsApproval(tool.descriptor.level))
    assertMayCall(call.caller.actor, tool.descriptor.level)
  else assertMayCall(call.caller.actor, 'L1')
}

async function runWeighed(
  gate: GateContext,
  run: { call: ToolCall; tool: EffectTool; args: Record<string, unknown>; ctx: ToolContext },
): Promise<GateResult> {
  const { call, tool, args } = run
  const { approvalId } = call.caller
  const least = { call, tool, args, level: tool.descriptor.level }
  const [asked, weighed] = await orRecordRefusal(gate, least, async () => {
    const row = approvalId === undefined ? undefined : await readAsked(gate, call, approvalId)
    return [row, await weighCall(gate, run, row)] as const
  })
  const refusal = { ...least, level: weighed.level, target: weighed.target }
  await orRecordRefusal(gate, refusal, () => assertNotRefused(weighed))
  if (asked) {
    const row = await orRecordRefusal(gate, refusal, () => useApproval(gate, { ...run, weighed, asked }))
    return runApproved(gate, { ...run, weighed, row })
  }
  const undone = await orRecordRefusal(gate, refusal, async () => {
    assertMayCall(call.caller.actor, weighed.level)
    await assertStillHeld(gate.db, call.caller.actor)
    return readUndone(gate, { call, tool, args, target: weighed.target })
  })
  if (needsApproval(weighed.level)) return askApproval(gate, { ...run, weighed, undone })
  return runEffect(gate, { ...run, weighed, undone })
}
