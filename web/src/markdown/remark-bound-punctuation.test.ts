import { describe, expect, it } from 'vitest'
import { bindPunctuation } from './remark-bound-punctuation.ts'

describe('bindPunctuation', () => {
  it('ties French punctuation to its word and leaves the rest', () => {
    expect(bindPunctuation('Au-delà : 12 % ! « oui »')).toBe(
      'Au-delà\u00a0: 12\u00a0%\u00a0! «\u00a0oui\u00a0»',
    )
    expect(bindPunctuation('a, b: c?')).toBe('a, b: c?')
  })
})
