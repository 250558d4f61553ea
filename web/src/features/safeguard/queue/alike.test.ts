import { describe, expect, it } from 'vitest'
import { whyNotTogether } from './alike.ts'

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
const reset = {
  you,
  securityLevel: 'L3' as const,
  stepUpRequired: false,
  previewRequired: false,
  toolName: 'ad_reset_password',
  toolVersion: '1',
  policyVersion: 'p',
}

describe('deciding together', () => {
  it('takes several L3 requests of one tool and policy', () => {
    expect(whyNotTogether([reset, reset, reset])).toBeUndefined()
  })

  it.each([
    ['few', {}, 1],
    ['many', {}, 51],
    ['right', { you: { ...you, canDecide: false } }, 2],
    ['level', { securityLevel: 'L4' as const }, 2],
    ['proof', { stepUpRequired: true }, 2],
    ['proof', { previewRequired: true }, 2],
    ['tool', { toolName: 'glpi_close_ticket' }, 2],
    ['tool', { toolVersion: '2' }, 2],
    ['policy', { policyVersion: 'q' }, 2],
  ])('says %s of %o', (why, facts, count) => {
    const others = Array.from({ length: count - 1 }, () => reset)
    expect(whyNotTogether([...others, { ...reset, ...facts }])).toBe(why)
  })
})
