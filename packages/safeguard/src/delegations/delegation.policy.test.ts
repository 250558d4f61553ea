import { describe, expect, it } from 'vitest'
import { delegationPeriod, delegationState, mayStandIn } from './delegation.policy.ts'

const now = new Date('2026-03-02T09:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)

it.each([
  ['N2', 'N2', true],
  ['N2', 'N4', true],
  ['N3', 'N2', true],
  ['N4', 'N3', true],
  ['N4', 'N2', false],
  ['N2', 'N1', false],
  ['N1', 'N2', false],
  ['N1', 'N1', false],
] as const)('lets somebody in for %s of level %s: %s', (from, to, may) => {
  expect(mayStandIn(from, to)).toBe(may)
})

describe('the period', () => {
  it('begins now when it was asked to begin before', () => {
    expect(delegationPeriod({ startsAt: inDays(-3), endsAt: inDays(1) }, now)).toEqual({
      startsAt: now,
      endsAt: inDays(1),
    })
  })

  it('is as long as 90 days, wherever it starts', () => {
    const asked = { startsAt: inDays(10), endsAt: inDays(100) }
    expect(delegationPeriod(asked, now)).toEqual(asked)
  })

  it.each([
    ['that is over', -2, -1, 'delegation.period'],
    ['that ends now', -1, 0, 'delegation.period'],
    ['that ends before it starts', 3, 2, 'delegation.period'],
    ['of no length', 2, 2, 'delegation.period'],
    ['that is too long', 0, 90.001, 'delegation.too_long'],
  ])('%s is refused', (_name, from, to, reason) => {
    const asked = { startsAt: inDays(from), endsAt: inDays(to) }
    expect(() => delegationPeriod(asked, now)).toThrow(
      expect.objectContaining({ code: 'VALIDATION', reason }),
    )
  })
})

it.each([
  [1, 2, null, 'planned'],
  [0, 2, null, 'active'],
  [-2, 0, null, 'ended'],
  [-2, 2, now, 'revoked'],
])('from day %i to day %i, revoked at %s, is %s', (from, to, revokedAt, state) => {
  expect(delegationState({ startsAt: inDays(from), endsAt: inDays(to), revokedAt }, now)).toBe(state)
})
