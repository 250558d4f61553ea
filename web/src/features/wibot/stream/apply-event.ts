import type { Source, StreamEvent, ToolCallRecord } from '@hub/contracts'
import type { Answer } from './answer.ts'

/** An event with its rank in the answer; `event` is null for a type this client does not know. */
export interface RankedEvent {
  id: number
  event: StreamEvent | null
}

/** `gap`: an event before this one is missing, nothing was applied; resume after `answer.lastEventId`. */
export interface Applied {
  answer: Answer
  outcome: 'applied' | 'duplicate' | 'gap'
}

/**
 * Adds one event to an answer (DESIGN section 6, stream events). Ranks grow by one: a rank already seen is
 * ignored, a jump is refused unless `acceptGap` (the server itself resumed with that jump).
 */
export function applyEvent(answer: Answer, ranked: RankedEvent, acceptGap = false): Applied {
  if (ranked.id <= answer.lastEventId || answer.status !== 'streaming')
    return { answer, outcome: 'duplicate' }
  if (ranked.id > answer.lastEventId + 1 && !acceptGap) return { answer, outcome: 'gap' }
  const next = ranked.event === null ? answer : reduce(answer, ranked.event)
  return { answer: { ...next, lastEventId: ranked.id }, outcome: 'applied' }
}

function reduce(answer: Answer, event: StreamEvent): Answer {
  switch (event.type) {
    case 'start': {
      const { type: _, userMessageId, ...start } = event
      // An answer told again from storage does not know its question.
      return { ...answer, ...start, userMessageId: userMessageId || answer.userMessageId }
    }
    case 'delta':
      return { ...answer, text: answer.text + event.text }
    case 'tool_call':
      return { ...answer, toolCalls: addCall(answer.toolCalls, event) }
    case 'tool_result':
      return { ...answer, toolCalls: answer.toolCalls.map((call) => closeCall(call, event)) }
    case 'sources':
      return { ...answer, sources: mergeSources(answer.sources, event.items) }
    case 'usage':
      return { ...answer, quota: { ...event.quota, estimated: event.estimated } }
    case 'error':
      return { ...answer, error: { code: event.code, message: event.message, retryable: event.retryable } }
    case 'done':
      return { ...answer, status: event.status, finishReason: event.finishReason }
  }
}

function addCall(calls: ToolCallRecord[], event: Extract<StreamEvent, { type: 'tool_call' }>) {
  if (calls.some((call) => call.callId === event.callId)) return calls
  const { type: _, ...call } = event
  const running = {
    status: 'running',
    summary: null,
    data: null,
    approvalId: null,
    durationMs: null,
  } as const
  return [...calls, { ...call, ...running }]
}

function closeCall(call: ToolCallRecord, event: Extract<StreamEvent, { type: 'tool_result' }>) {
  if (call.callId !== event.callId || call.status !== 'running') return call
  const { status, summary, durationMs } = event
  return {
    ...call,
    status,
    summary,
    durationMs,
    data: event.data ?? null,
    approvalId: event.approvalId ?? null,
  }
}

function mergeSources(known: Source[], items: Source[]): Source[] {
  const byNumber = new Map([...known, ...items].map((source) => [source.n, source]))
  return [...byNumber.values()].sort((a, b) => a.n - b.n)
}
