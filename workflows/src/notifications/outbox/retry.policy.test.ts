import { expect, it } from 'vitest'
import type { RequestFacts } from '../message/request-facts.ts'
import { staleReason, waitMs } from './retry.policy.ts'

const at = new Date('2026-11-20T10:00:00Z')
const later = (ms: number) => new Date(at.getTime() + ms)
const hour = 3_600_000
const request: RequestFacts = {
  approvalId: 'APR-2026-000001',
  level: 'L3',
  state: 'pending',
  expiresAt: later(hour),
  sentence: { fr: '', en: '' },
  requester: '',
  target: '',
  clientName: null,
  ticketId: null,
  ticketTitle: null,
  deciders: [],
}

it('waits longer with each try, spread, and as long as it is asked to within a day', () => {
  const waits = [1, 2, 3, 4, 50].map((tries) => waitMs({ tries }, 0.5))
  expect(waits).toEqual([5_000, 30_000, 120_000, 300_000, 4 * hour])
  expect(waitMs({ tries: 1 }, 0)).toBe(4_000)
  expect(waitMs({ tries: 1 }, 1)).toBe(6_000)
  expect(waitMs({ tries: 1, askedMs: 90_000 }, 0)).toBe(90_000)
  expect(waitMs({ tries: 1, askedMs: 1e15 }, 0)).toBe(24 * hour)
})

it.each([
  ['new_request', request, 0, undefined],
  ['new_request', request, hour, 'not sent: the request has expired'],
  ['escalated', { ...request, state: 'approved' as const }, 0, 'not sent: the request is approved'],
  ['resumed', { ...request, state: 'cancelled' as const }, 0, 'not sent: the request is cancelled'],
  ['unknown', { ...request, state: 'unknown' as const }, 2 * hour, undefined],
  ['unknown', { ...request, state: 'executed' as const }, 0, 'not sent: the outcome is executed'],
  ['failed', { ...request, state: 'failed' as const }, 23 * hour, undefined],
  ['failed', { ...request, state: 'failed' as const }, 25 * hour, 'not sent: older than 24 hours'],
  ['policy_changed', null, 25 * hour, 'not sent: older than 24 hours'],
] as const)('judges %s', (kind, facts, afterMs, reason) => {
  expect(staleReason({ kind, at, request: facts }, later(afterMs))).toBe(reason)
})
