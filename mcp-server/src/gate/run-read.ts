import type { ReadTool, ToolContext } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { finishExecution, startExecution } from './execution.store.ts'
import { failureText } from './failure-text.ts'
import type { GateResult, ToolCall } from './tool-call.ts'

/** Runs a read (L0, L1) and records it. */
export async function runRead(
  gate: GateContext,
  run: { call: ToolCall; tool: ReadTool; args: Record<string, unknown>; ctx: ToolContext },
): Promise<GateResult> {
  const { call, tool, args, ctx } = run
  const { descriptor } = tool
  const startedAt = gate.clock.now()
  const executionId = await startExecution(gate.db, {
    callId: call.callId,
    descriptor,
    level: descriptor.level,
    label: descriptor.describe(args),
    arguments: args,
    caller: call.caller,
    status: 'running',
    startedAt,
  })
  const finish = (end: Pick<Parameters<typeof finishExecution>[2], 'status' | 'summary' | 'data'>) =>
    finishExecution(gate.db, executionId, { ...end, startedAt, finishedAt: gate.clock.now() })
  try {
    const result = await tool.run(args, ctx)
    await finish({ status: 'ok', summary: result.summary, data: result.data })
    return { executionId, outcome: { status: 'ok', data: result.data }, summary: result.summary }
  } catch (error) {
    await finish({ status: 'error', summary: failureText(error) })
    throw error
  }
}
