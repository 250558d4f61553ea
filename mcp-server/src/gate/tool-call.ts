import type { ActorAssertion, LocalizedText, ToolOutcome } from '@hub/contracts'

/** One call as it reaches the tool boundary. */
export interface ToolCall {
  name: string
  /** Untrusted, straight from the caller. */
  arguments: unknown
  caller: ActorAssertion
  callId: string
  signal: AbortSignal
}

export interface GateResult {
  executionId: string
  outcome: ToolOutcome
  summary: LocalizedText
}
