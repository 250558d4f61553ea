import { describe, expect, it } from 'vitest'
import { findMention, withoutMention } from './find-mention.ts'

describe('a mention', () => {
  it.each([
    ['@', 1, { from: 0, to: 1, query: '' }],
    ['@1234', 5, { from: 0, to: 5, query: '1234' }],
    ['état de @clinique saint', 23, { from: 8, to: 23, query: 'clinique saint' }],
    ['a\n@switch', 9, { from: 2, to: 9, query: 'switch' }],
    ['@abc et la suite', 4, { from: 0, to: 4, query: 'abc' }],
  ])('is found in %o at %i', (text, caret, found) => {
    expect(findMention(text, caret)).toEqual(found)
  })

  it.each([
    ['jean@exemple.fr', 15],
    ['@ puis', 6],
    ['@abc\nsuite', 10],
    ['rien', 4],
    [`@${'x'.repeat(80)}`, 81],
  ])('is not in %o', (text, caret) => {
    expect(findMention(text, caret)).toBeNull()
  })

  it('leaves the text around it', () => {
    const text = 'Résume @1234 vite'
    const mention = findMention(text, 12)
    expect(mention && withoutMention(text, mention)).toEqual({ text: 'Résume vite', caret: 7 })
  })
})
