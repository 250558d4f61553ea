import { isAtLeastLevel, type ToolCallRecord } from '@hub/contracts'

/** Calls as they are shown: reads in a row fold together, an action stands alone, a request is a decision. */
export type CallSegment =
  | { kind: 'reads'; calls: ToolCallRecord[] }
  | { kind: 'action'; call: ToolCallRecord }
  | { kind: 'request'; call: ToolCallRecord; approvalId: string }

/** Cuts the calls of an answer into segments, in the order in which they ran. */
export function segmentCalls(calls: ToolCallRecord[]): CallSegment[] {
  const segments: CallSegment[] = []
  for (const call of calls) {
    const last = segments.at(-1)
    if (call.status === 'approval_required' && call.approvalId !== null) {
      segments.push({ kind: 'request', call, approvalId: call.approvalId })
    } else if (isAtLeastLevel(call.level, 'L2')) {
      segments.push({ kind: 'action', call })
    } else if (last?.kind === 'reads') {
      last.calls.push(call)
    } else {
      segments.push({ kind: 'reads', calls: [call] })
    }
  }
  return segments
}

/** Time from the first start to the last end of calls that all ended, in milliseconds; null before. */
export function elapsedOf(calls: ToolCallRecord[]): number | null {
  const spans = calls.map(({ startedAt, durationMs }) => ({ start: Date.parse(startedAt), durationMs }))
  if (spans.some(({ durationMs }) => durationMs === null)) return null
  const end = Math.max(...spans.map(({ start, durationMs }) => start + (durationMs ?? 0)))
  return Math.max(0, end - Math.min(...spans.map(({ start }) => start)))
}
