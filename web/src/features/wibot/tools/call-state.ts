import type { ToolCallRecord } from '@hub/contracts'

/** What a card says of a call. `lost`: the answer ended before a result came, so nobody knows. */
export type CallState = 'running' | 'ok' | 'error' | 'denied' | 'waiting' | 'lost'

/** State of a call for its card; `isLive` while its answer is still being written. */
export function callState(call: ToolCallRecord, isLive: boolean): CallState {
  if (call.status === 'running') return isLive ? 'running' : 'lost'
  return call.status === 'approval_required' ? 'waiting' : call.status
}

/** States of which the card says why, and what to do. */
export type Trouble = Extract<CallState, 'error' | 'denied' | 'lost'>

/** True when a call gave nothing. */
export function isTrouble(state: CallState): state is Trouble {
  return state === 'error' || state === 'denied' || state === 'lost'
}
