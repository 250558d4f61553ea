import type { ApprovalState, EventType } from '@hub/contracts'

/** Legal next states; the database enforces the same in a trigger. */
export const nextStates: Record<ApprovalState, readonly ApprovalState[]> = {
  pending: ['approved', 'rejected', 'expired', 'cancelled'],
  approved: ['executing', 'failed', 'expired'],
  executing: ['executed', 'failed', 'unknown'],
  rejected: [],
  expired: [],
  cancelled: [],
  executed: [],
  failed: [],
  /** A look at the system or a person says what became of it. */
  unknown: ['executed', 'failed'],
}

/** The event that tells each state. */
export const stateEvents: Record<Exclude<ApprovalState, 'pending'>, EventType> = {
  approved: 'safeguard:request_approved',
  rejected: 'safeguard:request_rejected',
  expired: 'safeguard:request_expired',
  cancelled: 'safeguard:request_cancelled',
  executing: 'safeguard:request_executing',
  executed: 'safeguard:request_executed',
  failed: 'safeguard:request_failed',
  unknown: 'safeguard:request_unknown',
}
