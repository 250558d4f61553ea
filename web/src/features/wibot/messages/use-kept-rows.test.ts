import { describe, expect, it } from 'vitest'
import { keptRows } from './use-kept-rows.ts'

describe('keptRows', () => {
  it('keeps the focused row and all from the beginning of a selection', () => {
    expect(keptRows([5, 6, 7], { focusedAt: -1, from: -1 })).toEqual([5, 6, 7])
    expect(keptRows([5, 6, 7], { focusedAt: 2, from: -1 })).toEqual([2, 5, 6, 7])
    expect(keptRows([5, 6, 7], { focusedAt: 6, from: 9 })).toEqual([5, 6, 7, 8, 9])
    expect(keptRows([5, 6, 7], { focusedAt: -1, from: 3 })).toEqual([3, 4, 5, 6, 7])
    expect(keptRows([500, 501], { focusedAt: -1, from: 3 })).toEqual([500, 501])
  })
})
