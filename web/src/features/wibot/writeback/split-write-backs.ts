import { type ChatMessage, glpiAddFollowup, type ToolCallRecord } from '@hub/contracts'

/** The calls of an answer itself, and those by which a person wrote it to a ticket after it had ended. */
export function splitWriteBacks({ toolCalls, completedAt }: ChatMessage): {
  own: ToolCallRecord[]
  writeBacks: ToolCallRecord[]
} {
  const isWriteBack = ({ tool, startedAt }: ToolCallRecord) =>
    tool === glpiAddFollowup.name && completedAt !== null && Date.parse(startedAt) >= Date.parse(completedAt)
  return {
    own: toolCalls.filter((call) => !isWriteBack(call)),
    writeBacks: toolCalls.filter(isWriteBack),
  }
}
