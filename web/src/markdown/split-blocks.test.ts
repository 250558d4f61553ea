import { describe, expect, it } from 'vitest'
import { type SplitText, splitBlocks } from './split-blocks.ts'

const texts = (text: string) => splitBlocks(text).blocks.map((block) => block.text)

describe('splitBlocks', () => {
  it('cuts at blank lines between paragraphs, tables and quotes', () => {
    expect(texts('# a\n\nb\nc\n\n| d |\n|---|\n\n> e\n')).toEqual([
      '# a\n\n',
      'b\nc\n\n',
      '| d |\n|---|\n\n',
      '> e\n',
    ])
  })

  it('keeps a list whole over its blank lines', () => {
    const list = 'Voici :\n\n- un\n\n  suite\n\n- deux\n  ```sh\n  ls\n  ```\n\n'
    expect(texts(`${list}Après`)).toEqual(['Voici :\n\n', list.slice(9), 'Après'])
  })

  it('cuts a very long list between two of its items', () => {
    const items = Array.from({ length: 200 }, (_, rank) => `${rank + 1}. ${'mot '.repeat(20)}\n`)
    const pieces = texts(items.join(''))
    expect(pieces.length).toBeGreaterThan(3)
    for (const piece of pieces) expect(piece).toMatch(/^\d+\. /)
  })

  it('takes a fence for a block of its own, with its blank lines and what looks like a fence in it', () => {
    const code = '````sh\na\n\n```\n# b\n````\n'
    const { blocks } = splitBlocks(`Voici :\n${code}\nfin\n~~~\nouvert\n\n- x`)
    expect(blocks).toEqual([
      { kind: 'prose', text: 'Voici :\n', isClosed: true },
      { kind: 'code', text: code, isClosed: true },
      { kind: 'prose', text: '\n', isClosed: true },
      { kind: 'prose', text: 'fin\n', isClosed: true },
      { kind: 'code', text: '~~~\nouvert\n\n- x', isClosed: false },
    ])
  })

  it('keeps indented code with the paragraph before it', () => {
    expect(texts('a\n\n    code\n\n    code\n\nb')).toEqual(['a\n\n    code\n\n    code\n\n', 'b'])
  })

  it('cuts a growing text as it cuts the whole one, and keeps the finished blocks', () => {
    const whole = '# a\n\n1. un\n\n12. deux\n\nfin :\n```js\nx\n\ny\n```\n\n- un\n\n\n\n> z\n'.repeat(5)
    let split: SplitText | undefined
    for (let length = 0; length <= whole.length; length += 1) {
      const before = split
      split = splitBlocks(whole.slice(0, length), before)
      expect(split.blocks.map(({ text }) => text).join('')).toBe(whole.slice(0, length))
      for (const [at, block] of (before?.blocks ?? []).slice(0, -2).entries())
        expect(split.blocks[at]).toBe(block)
    }
    expect(split).toEqual(splitBlocks(whole))
  })

  it('begins again when the text is another one', () => {
    expect(splitBlocks('b\n\nc', splitBlocks('a\n\nc')).blocks[0]?.text).toBe('b\n\n')
  })

  it('reads 10 000 marks of any kind at once', () => {
    for (const mark of ['>', '[', '`', '- ', '1. ', '    ', '|', '*', '\n', '```\n']) {
      const begun = performance.now()
      splitBlocks(mark.repeat(10_000))
      expect(performance.now() - begun).toBeLessThan(200)
    }
  })
})
