import type { ApprovalRow } from './approval-row.ts'

/** Milliseconds that are left to decide: the clock stands still while the request is put off. */
export function timeLeft(row: ApprovalRow, now: Date): number {
  const { deferredFor, deferredUntil, deferredLeftMs, expiresAt } = row
  if (deferredUntil === null || deferredUntil <= now) return expiresAt.getTime() - now.getTime()
  const isWaiting = deferredFor === 'ticket_answer' && deferredLeftMs !== null
  return isWaiting ? deferredLeftMs : expiresAt.getTime() - deferredUntil.getTime()
}
