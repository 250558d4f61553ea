import { describe, expect, it } from 'vitest'
import { mergeOrder } from './merge-order.ts'

describe('the order of the queue', () => {
  it('keeps what is there in place, adds what arrives at the top, drops what left', () => {
    expect(mergeOrder(['c', 'a', 'b'], ['a', 'd', 'c'])).toEqual(['d', 'c', 'a'])
  })
})
