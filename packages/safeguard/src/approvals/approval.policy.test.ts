import type { Actor, ApprovalState } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { assertMayDecide, assertNotCounted, assertOpen, type DecisionFacts } from './approval.policy.ts'

const facts: DecisionFacts = {
  state: 'pending',
  digest: 'a'.repeat(64),
  requesterKey: 'user:u1',
  approverLevel: 'N2',
  expiresAt: new Date('2026-01-12T10:00:00Z'),
  yeses: [],
}
const person = (userId: string, accreditation: 'N1' | 'N2' | 'N4'): Actor => ({
  type: 'user',
  userId,
  login: userId,
  displayName: userId,
  accreditation,
})
const decision = { digest: facts.digest, now: new Date('2026-01-12T09:00:00Z') }

describe('who may decide', () => {
  it('another person at the level', () =>
    expect(() => assertMayDecide(facts, person('u2', 'N2'))).not.toThrow())
  it.each([
    ['the requester, even N4', person('u1', 'N4'), 'approval.self'],
    ['a person below the level', person('u2', 'N1'), 'approval.level'],
    ['a workflow', { type: 'workflow', name: 'support', runId: 'r' } as const, 'approval.person'],
    [
      'an MCP client',
      { type: 'mcp-client', clientId: 'c', name: 'c', accreditation: 'N4' } as const,
      'approval.person',
    ],
  ])('never %s', (_name, actor, reason) => {
    expect(() => assertMayDecide(facts, actor)).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', reason }),
    )
  })
})

describe('when a decision still counts', () => {
  it('while pending, with the digest that was seen', () => {
    expect(() => assertOpen(facts, decision)).not.toThrow()
  })
  it.each<ApprovalState>([
    'approved',
    'rejected',
    'expired',
    'cancelled',
    'executing',
    'executed',
    'unknown',
  ])('not once it is %s', (state) => {
    expect(() => assertOpen({ ...facts, state }, decision)).toThrow(
      expect.objectContaining({ code: 'CONFLICT', reason: `approval.state.${state}` }),
    )
  })
  it.each([
    ['at the instant of expiry', { now: facts.expiresAt }, 'approval.expired'],
    ['with another digest', { digest: 'b'.repeat(64) }, 'approval.digest'],
  ])('not %s', (_name, change, reason) => {
    expect(() => assertOpen(facts, { ...decision, ...change })).toThrow(expect.objectContaining({ reason }))
  })
  it('not twice by the same person, nor in the name of one who was counted', () => {
    const because = (reason: string) => expect.objectContaining({ code: 'CONFLICT', reason })
    const own = { ...facts, yeses: [{ userId: 'u2', displayName: 'Two', onBehalfOf: null }] }
    const byStandIn = { ...facts, yeses: [{ userId: 'u4', displayName: 'Four', onBehalfOf: 'u2' }] }
    const away = { userId: 'u2', displayName: 'u2', accreditation: 'N3' as const }
    expect(() => assertNotCounted(own, 'u2')).toThrow(because('approval.twice'))
    expect(() => assertNotCounted(own, 'u3', away)).toThrow(because('approval.twice_acting'))
    expect(() => assertNotCounted(byStandIn, 'u4')).toThrow(because('approval.twice'))
    expect(() => assertNotCounted(byStandIn, 'u2')).toThrow(
      expect.objectContaining({ reason: 'approval.twice_for_you', params: { name: 'Four' } }),
    )
    expect(() => assertNotCounted(byStandIn, 'u3', away)).toThrow(because('approval.twice_acting'))
    expect(() => assertNotCounted(own, 'u3')).not.toThrow()
    expect(() => assertNotCounted(byStandIn, 'u3')).not.toThrow()
  })
})
