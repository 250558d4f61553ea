import type { GrantState, StandingGrant } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { groupOf, shownGroup } from './group-grants.ts'

const person = { userId: 'u', displayName: 'Une personne', at: '2026-11-20T10:00:00.000Z' }

function grant(grantId: string, state: GrantState, canDecide = false): StandingGrant {
  return {
    grantId,
    state,
    scope: {
      toolName: 'ad_reset_password',
      requester: 'workflow:support',
      arguments: {},
      target: { vip: false },
      targetIds: [],
    },
    title: { fr: 'a', en: 'a' },
    requesterName: 'support',
    reason: 'une bonne raison',
    maxUses: 5,
    uses: 0,
    digest: 'a'.repeat(64),
    policyVersion: 'v',
    requestedBy: person,
    decidedBy: null,
    decisionReason: null,
    revokedBy: null,
    approverLevel: 'N3',
    createdAt: person.at,
    expiresAt: person.at,
    you: { canDecide, canWithdraw: false, canRevoke: false, why: null },
  }
}

describe('the groups of grants', () => {
  it('put everything that is over together', () => {
    const states = ['requested', 'active', 'rejected', 'withdrawn', 'revoked', 'expired'] as const
    expect(states.map((state) => groupOf(grant('g', state)))).toEqual([
      'requested',
      'active',
      'closed',
      'closed',
      'closed',
      'closed',
    ])
  })

  it('show what was chosen, and nothing unknown', () => {
    const items = [grant('a', 'requested', true)]
    expect(shownGroup(items, { chosen: 'closed', openId: 'a' })).toBe('closed')
    expect(shownGroup(items, { chosen: 'nonsense', openId: undefined })).toBe('requested')
  })

  it('show the group of the open grant', () => {
    const items = [grant('a', 'requested', true), grant('b', 'expired')]
    expect(shownGroup(items, { chosen: null, openId: 'b' })).toBe('closed')
  })

  it('show what waits for the reader before what is in force', () => {
    expect(shownGroup([grant('a', 'requested')], { chosen: null, openId: undefined })).toBe('active')
    expect(shownGroup([grant('a', 'requested', true)], { chosen: null, openId: undefined })).toBe('requested')
  })
})
