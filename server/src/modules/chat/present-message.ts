import { type Attachment, ChatMessage, type Siblings, ToolCallRecord } from '@hub/contracts'
import type { ExecutionRow, MessageRow } from './message.store.ts'
import { renumberForSources } from './renumber-sources.ts'

/** What surrounds a message in its conversation. */
export interface MessageSurroundings {
  siblings: Siblings
  attachments: Attachment[]
}

const alone: MessageSurroundings = {
  siblings: { index: 0, count: 1, previousId: null, nextId: null },
  attachments: [],
}

/** A stored message with its tool calls, as the API shows it; without its surroundings it stands alone. */
export function presentMessage(
  row: MessageRow,
  executions: ExecutionRow[],
  surroundings: MessageSurroundings = alone,
): ChatMessage {
  const own = executions.filter((execution) => execution.messageId === row.id)
  const message = ChatMessage.parse({
    ...row,
    ...surroundings,
    toolCalls: own.map(presentExecution),
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  })
  return renumberForSources(message)
}

/** An execution record as a tool card. */
export function presentExecution(row: ExecutionRow): ToolCallRecord {
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
