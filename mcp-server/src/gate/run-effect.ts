import type { Db, Tx } from '@hub/prisma'
import {
  type ApprovalRow,
  alreadyUndone,
  assertPolicyInForce,
  claimUndo,
  inTransaction,
} from '@hub/safeguard'
import type { EffectTool } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { effectContext } from './effect-context.ts'
import { type ExecutionEnd, finishExecution, startExecution } from './execution.store.ts'
import { failureText } from './failure-text.ts'
import { truthOf } from './lost-answer.ts'
import { readBack } from './read-back.ts'
import { orRecordRefusal } from './record-refusal.ts'
import { settleUndo } from './settle-undo.ts'
import type { GateResult, ToolCall } from './tool-call.ts'
import type { WeighedCall } from './weigh-call.ts'

/**
 * Runs a small reversible write (L2): record and audit row are committed before the effect. The caller may leave
 * meanwhile: what has begun goes on to its end.
 * @param run `undone` is the request whose effect the call takes back
 * @throws ConflictError when that is taken back already, or when another policy is in force than the one that the call
 *   was weighed with; nothing has run then
 */
export async function runEffect(
  gate: GateContext,
  run: {
    call: ToolCall
    tool: EffectTool
    args: Record<string, unknown>
    weighed: WeighedCall
    undone: ApprovalRow | null
  },
): Promise<GateResult> {
  const { call, tool, args, weighed, undone } = run
  const startedAt = gate.clock.now()
  const ctx = effectContext(gate, weighed.target, startedAt)
  const refusal = { call, tool, args, level: weighed.level, target: weighed.target }
  const executionId = await orRecordRefusal(gate, refusal, () => beginEffect(gate, run, startedAt))
  const finish = (end: Pick<ExecutionEnd, 'status' | 'summary' | 'data'>, db: Db | Tx = gate.db) =>
    finishExecution(db, executionId, { ...end, startedAt, finishedAt: gate.clock.now() })
  try {
    const { data, summary } = await tool.run(args, ctx)
    const verification = await readBack(tool, { args, effect: { data, startedAt }, ctx })
    const told =
      verification.status === 'verified'
        ? summary
        : {
            fr: `${summary.fr} Vérification : ${verification.detail.fr}`,
            en: `${summary.en} Verification: ${verification.detail.en}`,
          }
    await finish({ status: 'ok', summary: told, data })
    gate.log.info(
      { tool: tool.descriptor.name, callId: call.callId, target: weighed.target.id },
      'effect done',
    )
    return { executionId, outcome: { status: 'ok', data }, summary: told }
  } catch (error) {
    const { answer, error: truth } = await truthOf(gate, tool, {
      args,
      startedAt,
      error,
      ctx: effectContext(gate, weighed.target),
    })
    await inTransaction(gate, async ({ tx }) => {
      await finish({ status: 'error', summary: failureText(truth) }, tx)
      if (undone) await settleUndo(tx, { undoOf: undone.id, by: executionId }, { answer, startedAt })
    })
    throw truth
  }
}

async function beginEffect(
  gate: GateContext,
  run: Parameters<typeof runEffect>[1],
  startedAt: Date,
): Promise<string> {
  const { call, tool, args, weighed, undone } = run
  const { descriptor } = tool
  return inTransaction(gate, async (change) => {
    await assertPolicyInForce(change, weighed.policyVersion)
    const id = await startExecution(change.tx, {
      callId: call.callId,
      descriptor,
      level: weighed.level,
      label: descriptor.describe(args),
      arguments: args,
      caller: call.caller,
      target: weighed.target,
      status: 'running',
      startedAt,
    })
    // Held by the record: its id is our own, whatever the caller names its call.
    if (undone && !(await claimUndo(change.tx, { undoOf: undone.id, by: id }))) throw alreadyUndone()
    await change.audit({
      actor: call.caller.actor,
      action: 'tool.execute',
      subjectType: 'tool',
      subjectId: descriptor.name,
      details: {
        executionId: id,
        level: weighed.level,
        target: `${weighed.target.kind}:${weighed.target.id}`,
        ...(call.caller.undoOf !== undefined && { undoOf: call.caller.undoOf }),
        policyVersion: weighed.policyVersion,
      },
    })
    return id
  })
}
