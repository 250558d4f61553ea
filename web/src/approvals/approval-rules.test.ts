import { describe, expect, it } from 'vitest'
import { pendingApprovals } from '../../mock/data/pending.ts'
import { byUrgency } from './by-urgency.ts'
import { crossedThreshold } from './crossed-threshold.ts'
import { effectRows } from './effect-rows.ts'
import { timeLeft } from './time-left.ts'

const you = {
  canDecide: true,
  canCancel: false,
  why: null,
  mayActFor: [],
  previewSeen: false,
  canBreakGlass: false,
  canReviewBreakGlass: false,
  canSettle: false,
  canUndo: false,
}
const approval = (facts: object) => {
  const [first] = pendingApprovals()
  if (!first) throw new Error('the mock has no request')
  return { ...first, you, ...facts }
}
const now = new Date('2026-11-20T12:00:00.000Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()

describe('urgency', () => {
  it('is time left against risk: an L4 with 30 min comes before an L3 with 20', () => {
    const l3 = approval({ approvalId: 'A', expiresAt: inMinutes(20) })
    const l4 = approval({ approvalId: 'B', securityLevel: 'L4', expiresAt: inMinutes(30) })
    const soon = approval({ approvalId: 'C', expiresAt: inMinutes(5) })
    const order = [l3, l4, soon].toSorted(byUrgency(now)).map(({ approvalId }) => approvalId)
    expect(order).toEqual(['C', 'B', 'A'])
  })
})

describe('time left', () => {
  it('is a share of the delay given, and never negative', () => {
    const half = { createdAt: inMinutes(-30), expiresAt: inMinutes(30), decisions: [] }
    expect(timeLeft(half, now)).toEqual({ ms: 30 * 60_000, share: 0.5 })
    expect(timeLeft({ ...half, expiresAt: inMinutes(-1) }, now)).toEqual({ ms: 0, share: 0 })
  })
})

describe('the announced minutes', () => {
  it('are 10, 5 and 1, once each', () => {
    const minutes = (count: number) => count * 60_000
    expect(crossedThreshold(minutes(10) + 500, minutes(10) - 500)).toBe(10)
    expect(crossedThreshold(minutes(10) - 500, minutes(10) - 1500)).toBeUndefined()
    expect(crossedThreshold(minutes(1) + 1, minutes(1))).toBe(1)
    expect(crossedThreshold(500, 0)).toBeUndefined()
  })
})

describe('the rows of an effect', () => {
  it('pair facts by key, what changes first; what does not change is the same on both sides', () => {
    const label = { fr: 'x', en: 'x' }
    const fact = (key: string, value: string, changed: boolean) =>
      ({ key, label, value, kind: 'text', changed }) as const
    const rows = effectRows({
      before: [fact('a', '1', false), fact('d', '4', false), fact('b', '1', true)],
      after: [fact('a', '1', false), fact('b', '2', true), fact('c', '3', true)],
      warnings: [],
      complete: true,
    })
    expect(rows.map((row) => [row.key, row.before?.value, row.after?.value])).toEqual([
      ['b', '1', '2'],
      ['c', undefined, '3'],
      ['a', '1', '1'],
      ['d', '4', '4'],
    ])
  })
})
