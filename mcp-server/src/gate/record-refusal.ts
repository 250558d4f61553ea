import { type ActionTarget, AppError, NotFoundError, type SecurityLevel } from '@hub/contracts'
import type { Tool } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { recordUnknown, startExecution } from './execution.store.ts'
import { failureText } from './failure-text.ts'
import { storable } from './storable.ts'
import type { ToolCall } from './tool-call.ts'

const longestName = 64

/** Runs a check; what it throws is put on record as the end of the call. */
export async function orRecordRefusal<T>(
  gate: GateContext,
  refused: {
    call: ToolCall
    tool: Tool
    level: SecurityLevel
    args: Record<string, unknown>
    target?: ActionTarget
  },
  check: () => T | Promise<T>,
): Promise<T> {
  try {
    return await check()
  } catch (error) {
    const { call, tool, level, args, target } = refused
    await startExecution(gate.db, {
      callId: call.callId,
      descriptor: tool.descriptor,
      level,
      label: tool.descriptor.titles,
      arguments: args,
      caller: call.caller,
      target,
      status: isRefusal(error) ? 'denied' : 'error',
      summary: failureText(error),
      startedAt: gate.clock.now(),
    })
    throw error
  }
}

/** Puts a call of a tool that does not exist on record, its name cut. @returns the refusal to throw */
export async function recordUnknownTool(gate: GateContext, call: ToolCall): Promise<NotFoundError> {
  const name = storable(call.name.slice(0, longestName))
  const refusal = new NotFoundError(`There is no tool named ${name}`, {
    reason: 'tool.unknown',
    params: { name },
  })
  await recordUnknown(gate.db, { call, name, summary: failureText(refusal), at: gate.clock.now() })
  return refusal
}

/** A refusal of the Hub, and not a system that failed or does not know the target. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && ['FORBIDDEN', 'VALIDATION', 'CONFLICT'].includes(error.code)
}
