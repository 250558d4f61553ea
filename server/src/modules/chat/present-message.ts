import { ChatMessage, ToolCallRecord } from '@hub/contracts'
import type { ExecutionRow, MessageRow } from './message.store.ts'
import { renumberForSources } from './renumber-sources.ts'

/** A stored message with its tool calls, as the API shows it. */
export function presentMessage(row: MessageRow, executions: ExecutionRow[]): ChatMessage {
  const own = executions.filter((execution) => execution.messageId === row.id)
  const message = ChatMessage.parse({
    ...row,
    toolCalls: own.map(presentExecution),
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  })
  return renumberForSources(message)
}

function presentExecution(row: ExecutionRow): ToolCallRecord {
  const { callId, toolName, level, label, status, summary, data, approvalId, durationMs } = row
  return ToolCallRecord.parse({
    callId,
    tool: toolName,
    level,
    label,
    arguments: row.arguments,
    status,
    summary,
    data,
    approvalId,
    durationMs,
    startedAt: row.startedAt.toISOString(),
  })
}
