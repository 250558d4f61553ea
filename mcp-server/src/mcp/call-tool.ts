import { randomUUID } from 'node:crypto'
import { type ActorAssertion, AppError, toolMeta } from '@hub/contracts'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { GateContext } from '../gate/context.ts'
import { failureText } from '../gate/failure-text.ts'
import { runTool } from '../gate/run-tool.ts'
import type { GateResult } from '../gate/tool-call.ts'

export interface McpCall {
  name: string
  arguments: unknown
  meta: Record<string, unknown>
  caller: ActorAssertion
  signal: AbortSignal
}

/** One `tools/call`: through the gate, and back as a result that a model or a program can use. */
export async function callTool(gate: GateContext, call: McpCall): Promise<CallToolResult> {
  const callId = givenCallId(call) ?? randomUUID()
  try {
    const result = await runTool(gate, { ...call, callId })
    return presentResult(gate, call.caller, result)
  } catch (error) {
    return presentFailure(gate, { error, call, callId })
  }
}

/** Names the tool card of a conversation: only a process of the Hub has one, an outside client names nothing. */
function givenCallId({ meta, caller }: McpCall): string | undefined {
  if (caller.actor.type === 'mcp-client') return undefined
  const given = meta[toolMeta.callId]
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : undefined
}

function presentResult(gate: GateContext, caller: ActorAssertion, result: GateResult): CallToolResult {
  const { outcome, summary } = result
  const lines = [summary[caller.locale]]
  if (outcome.status === 'approval_required' && outcome.approval)
    lines.push(
      `approval_required ${outcome.approval.approvalId}: ${gate.publicUrl}/safeguard/${outcome.approval.approvalId}`,
    )
  if (outcome.data !== undefined) lines.push(JSON.stringify(outcome.data))
  return {
    content: [{ type: 'text', text: lines.join('\n') }],
    structuredContent: { ...outcome },
    _meta: { [toolMeta.executionId]: result.executionId, 'hub/summary': summary },
  }
}

function presentFailure(
  gate: GateContext,
  failed: { error: unknown; call: McpCall; callId: string },
): CallToolResult {
  const { error, call, callId } = failed
  const isExpected = error instanceof AppError
  gate.log[isExpected ? 'warn' : 'error'](
    { err: error, tool: call.name.slice(0, 64), callId },
    'tool call failed',
  )
  const text = failureText(error)
  const details = isExpected ? { reason: error.reason, fields: error.fields } : {}
  return {
    isError: true,
    content: [{ type: 'text', text: text[call.caller.locale] }],
    _meta: {
      [toolMeta.error]: { code: isExpected ? error.code : 'INTERNAL', message: text, ...details },
    },
  }
}
