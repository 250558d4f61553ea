import type { EventType } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { keysOfEvent } from './live-keys.ts'

const at = '2026-11-20T19:00:00.000Z'
const keys = (type: EventType, data: Record<string, unknown> = {}) =>
  keysOfEvent({ type, id: 1, at, data: { approvalId: 'APR-1', ...data } }, 'me')

describe('what an event makes old', () => {
  it('is one request when somebody else comes to look, nothing when the reader does', () => {
    expect(keys('safeguard:request_viewed', { userId: 'other' })).toEqual([['approvals', 'one', 'APR-1']])
    expect(keys('safeguard:request_viewed', { userId: 'me' })).toEqual([])
  })

  it('is the thread and its count when somebody comments', () => {
    expect(keys('safeguard:request_commented')).toContainEqual(['approvals', 'comments', 'APR-1'])
    expect(keys('safeguard:request_commented')).toContainEqual(['approvals', 'pending'])
  })

  it('is every request for a decision, and the explanations too for another policy', () => {
    expect(keys('safeguard:request_approved')).toEqual([['approvals']])
    expect(keys('safeguard:policy_changed')).toEqual([['approvals'], ['explanations']])
  })

  it('is the health for a change of it, and the runs for a ticket that one has handled', () => {
    expect(keys('workflow:health_change')).toEqual([['health']])
    expect(keys('workflow:ticket_processed')).toEqual([['workflows']])
    expect(keys('auth:session_revoked')).toEqual([])
  })
})
