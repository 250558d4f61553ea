import type { Approval } from '@hub/contracts'

type Timed = Pick<Approval, 'createdAt' | 'expiresAt' | 'decisions'>

/** What is left before a request expires: milliseconds (never negative) and share of the delay given, 1 to 0. */
export function timeLeft(approval: Timed, now: Date): { ms: number; share: number } {
  const end = Date.parse(approval.expiresAt)
  const lastDeferral = approval.decisions.findLast((decision) => decision.kind === 'defer')
  const start = Date.parse(lastDeferral?.at ?? approval.createdAt)
  const ms = Math.max(0, end - now.getTime())
  return { ms, share: end <= start ? 0 : Math.min(1, ms / (end - start)) }
}
