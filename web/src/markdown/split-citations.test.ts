import { describe, expect, it } from 'vitest'
import { remarkCitations } from './remark-citations.ts'
import { splitCitations } from './split-citations.ts'

const known = new Set([1, 2, 3])

describe('splitCitations', () => {
  it('cuts prose at its citations', () => {
    expect(splitCitations('Voir [1] puis [2][3].', known)).toEqual([
      { text: 'Voir ' },
      { n: 1, tail: '' },
      { text: ' puis ' },
      { n: 2, tail: '' },
      { n: 3, tail: '.' },
    ])
  })

  it('takes a list of numbers as several citations', () => {
    expect(splitCitations('[1, 3]', known)).toEqual([
      { n: 1, tail: '' },
      { n: 3, tail: '' },
    ])
  })

  it('leaves numbers that are not sources as they are written', () => {
    for (const text of ['Voir [7].', '[1, 9]', 'tab[0]', '[ 1 ]', '[1234]', '']) {
      expect(splitCitations(text, known)).toEqual([{ text }])
    }
  })
})

describe('remarkCitations', () => {
  it('replaces prose only, never code or links', () => {
    const text = (value: string) => ({ type: 'text', value })
    const tree = {
      type: 'root',
      children: [
        { type: 'paragraph', children: [text('a [1]'), { type: 'inlineCode', value: 't[1]' }] },
        { type: 'link', children: [text('[2]')] },
      ],
    }
    remarkCitations(known)()(tree)
    expect(tree.children[0]?.children.map((node) => node.type)).toEqual(['text', 'citation', 'inlineCode'])
    expect(tree.children[0]?.children[1]).toMatchObject({
      data: { hName: 'cite', hProperties: { dataN: '1', dataTail: '' } },
    })
    expect(tree.children[1]).toEqual({ type: 'link', children: [text('[2]')] })
  })
})
