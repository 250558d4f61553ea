import type { GrantFacts } from '../message/grant-facts.ts'
import { asksForDecision, type NoticeKind } from '../message/notice-kinds.ts'
import type { RequestFacts } from '../message/request-facts.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Waits between tries. Dense at first: somebody has 30 to 60 minutes to decide. */
const waitsMs = [5 * second, 30 * second, 2 * minute, 5 * minute, 10 * minute, 20 * minute, hour, 2 * hour]
const longestWaitMs = 4 * hour
/** News are not told later than this. */
export const maxAgeMs = 24 * hour

/**
 * Wait before the next try, with jitter, and never shorter than the receiver asked for.
 * @param tries so far, at least 1
 * @param random 0 to 1
 */
export function waitMs({ tries, askedMs = 0 }: { tries: number; askedMs?: number }, random: number): number {
  const plannedMs = waitsMs[tries - 1] ?? longestWaitMs
  return Math.round(Math.max(plannedMs * (0.8 + 0.4 * random), Math.min(askedMs, maxAgeMs)))
}

/**
 * Why a message is not worth sending any more; undefined while it is. "Please decide" is for those who still can,
 * "unknown" for an outcome that still is.
 */
export function staleReason(
  {
    kind,
    at,
    request,
    grant,
  }: { kind: NoticeKind; at: Date; request: RequestFacts | null; grant?: GrantFacts | null },
  now: Date,
): string | undefined {
  if (request && asksForDecision(kind)) {
    if (request.state !== 'pending') return `not sent: the request is ${request.state}`
    if (now >= request.expiresAt) return 'not sent: the request has expired'
  }
  if (grant && kind === 'grant_asked') {
    if (grant.state !== 'requested') return `not sent: the grant is ${grant.state}`
    if (now >= grant.expiresAt) return 'not sent: the time of the grant is over'
  }
  if (request && kind === 'unknown' && request.state !== 'unknown')
    return `not sent: the outcome is ${request.state}`
  return now.getTime() - at.getTime() > maxAgeMs ? 'not sent: older than 24 hours' : undefined
}
